using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>A lesson whose run is known to work.</summary>
/// <param name="Opened">The lesson.</param>
/// <param name="Address">Variant, settings and moment to begin with.</param>
/// <param name="Start">Its run.</param>
internal sealed record PreparedLesson(OpenedLesson Opened, Address Address, Fork Start)
{
    public static PreparedLesson Of(OpenedLesson opened) => Of(opened, opened.Address);

    /// <summary>Checks variant, settings and data, and compiles the run.</summary>
    /// <exception cref="RequestException">Something does not fit: what was given and what was expected.</exception>
    public static PreparedLesson Of(OpenedLesson opened, Address address)
    {
        var lesson = opened.Lesson;
        if (address.Variant is { } variant && lesson.Variant(variant) is null)
            throw new RequestException($"{lesson.Id} has no variant {variant}; expected {(lesson.Variants.IsEmpty ? "none, for it has no variants" : "one of " + string.Join(", ", lesson.Variants.Select(each => each.Id)))}.");
        ImmutableArray<string> settings = [.. address.Settings.Select(pair => $"{pair.Key}={pair.Value}")];
        var start = LessonRuns.Start(lesson, settings, opened.Loader);
        if (start.Runs is not { } runs) throw ExperimentOpener.Wrong(lesson.Id, start.Problems);
        try
        {
            var fork = new Fork(runs, address.Variant, settings, EngineChanges.TitleOf(settings));
            if (address.At?.Check(fork.Run.Names) is { } wrong) throw new RequestException($"{lesson.Id}: {wrong}");
            return new PreparedLesson(opened, address, fork);
        }
        catch (Exception bad) when (bad is BadDataException or RunException)
        {
            throw new RequestException($"{lesson.Id}: {bad.Message}");
        }
    }
}
