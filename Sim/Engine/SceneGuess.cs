using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>Where a scene is in the run that is seen, as far as its position says so without running; an update's end counts as later than all its steps.</summary>
internal static class SceneGuess
{
    public static Moment? Of(Scene scene, string? variant, long lastUpdate, ImmutableArray<StepInfo> steps) => scene switch
    {
        _ when scene.Variant != variant => null,
        { Until: not null } or { Steps: not 0 } => null,
        { At.Value: UpdatePosition { Update: 0 } } => Moment.Start,
        { At.Value: UpdatePosition at } => End(at.Update),
        { At.Value: ValuePosition at } => steps.FirstOrDefault(step => step.Name == at.Name) is { } written ? new Moment(at.Update, written.Number) : null,
        { At.Value: EndPosition } when lastUpdate < long.MaxValue => End(lastUpdate),
        _ => null,
    };

    /// <summary>The end of an update, however many steps it has.</summary>
    public static Moment End(long update) => new(update, int.MaxValue);
}
