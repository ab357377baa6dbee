using Core;
using Lessons;

namespace Sim;

/// <summary>About where a scene is, as far as its position says so without a run.</summary>
internal static class SceneGuess
{
    public static Moment? Of(Scene scene, long lastUpdate) => scene switch
    {
        { Until: not null } or { Steps: not 0 } => null,
        { At.Value: UpdatePosition at } => new Moment(at.Update, 0),
        { At.Value: ValuePosition at } => new Moment(at.Update, 1),
        { At.Value: EndPosition } => new Moment(lastUpdate, 0),
        _ => null,
    };
}
