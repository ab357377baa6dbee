using Lessons;

namespace Sim;

/// <summary>What the data of a picture may be made from.</summary>
/// <param name="View">The run at this moment.</param>
/// <param name="Run">The run itself; a picture that moves it must not be seen to.</param>
/// <param name="Other">The run beside it at the same moment.</param>
/// <param name="OtherRun">That run itself.</param>
/// <param name="Title">What this one is.</param>
/// <param name="OtherTitle">What the other one is.</param>
/// <param name="Scene">What the lesson says about it.</param>
internal sealed record PictureSource(RunView View, LessonRun Run, RunView? Other, LessonRun? OtherRun, Phrase Title, Phrase OtherTitle, Scene? Scene)
{
    /// <summary>What pictures keep from one moment to the next.</summary>
    public PictureMemory Memory { get; init; } = new();

    /// <summary>The inputs along the axes of a decision boundary.</summary>
    public (int First, int Second) Inputs { get; init; } = (0, 1);

    /// <summary>Told the share done of long work.</summary>
    public Action<double>? Progress { get; init; }

    /// <summary>Ends long work.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Whether a picture that grows is left as far as it is: it is asked for again once everything else is on the screen.</summary>
    public bool ComesLater { get; init; }

    /// <summary>Told how to look at a picture that grows while it does.</summary>
    public Action<Func<object>>? Grows { get; init; }
}

/// <summary>One picture: its name in lessons, how its data is computed, how it is drawn.</summary>
/// <param name="Name">As in <see cref="Panels"/>.</param>
/// <param name="Title">In the frame.</param>
/// <param name="From">What the engine has to compute for it, if anything; null if there is nothing to draw at this moment.</param>
/// <param name="Draw">Draws the data.</param>
internal sealed record Picture(string Name, Phrase Title, Func<PictureSource, object?> From, Action<Region, object, LessonModel, ViewSettings> Draw)
{
    /// <summary>Whether this run has such a picture at all.</summary>
    public Func<LessonModel, bool> Fits { get; init; } = _ => true;

    /// <summary>A title that says more than the usual one; null: the usual one.</summary>
    public Func<LessonModel, ViewSettings, string>? Heading { get; init; }

    /// <summary>For the frame's lower edge.</summary>
    public Func<LessonModel, ViewSettings, string>? Note { get; init; }

    /// <summary>A picture of nothing but the run's view.</summary>
    public static Picture Quick(string name, Phrase title, Action<Region, LessonModel, ViewSettings> draw) =>
        new(name, title, source => source.View, (region, _, lesson, view) => draw(region, lesson, view));

    /// <summary>A picture whose data the engine computes.</summary>
    public static Picture Of<TData>(string name, Phrase title, Func<PictureSource, TData?> from, Action<Region, TData, ViewSettings> draw) where TData : class =>
        new(name, title, from, (region, data, _, view) => draw(region, (TData)data, view));
}

/// <summary>The data of a picture that can be drawn before all of it is computed.</summary>
internal interface IGrowingPicture
{
    /// <summary>Whether it is to be gone on with: it is not whole, and nobody has stopped it.</summary>
    bool GoesOn { get; }

    /// <summary>The same, to be gone on with.</summary>
    object GoingOn();
}

/// <summary>Stands for the data of a picture whose computation was stopped.</summary>
internal sealed class PictureStopped
{
    public static PictureStopped Instance { get; } = new();
}
