using System.Collections.Immutable;

namespace Sim;

/// <summary>The rows of the lists that lie over the screen.</summary>
internal static class OverlayList
{
    /// <summary>The run before the last change.</summary>
    public const string BeforeChange = "*";

    /// <summary>The lesson's own run, where a variant is shown.</summary>
    public const string Own = "=";

    public static ImmutableArray<VariantInfo> Variants(LessonModel lesson) => [new("", SessionWords.OwnRun), .. lesson.Variants];

    public static ImmutableArray<VariantInfo> Compared(LessonModel lesson) =>
    [
        .. lesson.Other is null ? Array.Empty<VariantInfo>() : [new("", SessionWords.NoComparison)],
        .. lesson.Forks > 0 ? [new VariantInfo(BeforeChange, SessionWords.BeforeChange)] : Array.Empty<VariantInfo>(),
        .. lesson.Variant is not null ? [new VariantInfo(Own, SessionWords.OwnRun)] : Array.Empty<VariantInfo>(),
        .. lesson.Variants.Where(variant => variant.Id != lesson.Variant),
    ];

    /// <summary>The run to compare with that a person or a script names: a variant, <c>own</c>, <c>before</c> (the last change), <c>none</c>.</summary>
    public static string Named(string name) => name switch { "none" => "", "own" => Own, "before" => BeforeChange, _ => name };

    /// <summary>How many rows can be chosen, or scrolled over.</summary>
    public static int Count(SessionModel model) => (model.Overlay, model.Lesson) switch
    {
        (Overlay.Breakpoints, { } lesson) => lesson.Breakpoints.Length + 1,
        (Overlay.Variants, { } lesson) => Variants(lesson).Length,
        (Overlay.Compare, { } lesson) => Compared(lesson).Length,
        (Overlay.None or Overlay.Address, _) => 1,
        _ => OverlayView.Lines(model).Count,
    };
}
