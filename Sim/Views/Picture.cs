using Lessons;

namespace Sim;

/// <summary>What the data of a picture may be made from.</summary>
/// <param name="View">The run at this moment.</param>
/// <param name="Run">The run itself; a picture that moves it must not be seen to.</param>
/// <param name="Other">The run beside it at the same moment.</param>
/// <param name="OtherTitle">What the other one is.</param>
/// <param name="Title">What this one is.</param>
/// <param name="Scene">What the lesson says about it.</param>
internal sealed record PictureSource(RunView View, LessonRun Run, RunView? Other, Phrase Title, Phrase OtherTitle, Scene? Scene);

/// <summary>One picture: its name in lessons, how its data is computed, how it is drawn.</summary>
/// <param name="Name">As in <see cref="Panels"/>.</param>
/// <param name="Title">In the frame.</param>
/// <param name="From">The data; null if there is nothing to draw at this moment.</param>
/// <param name="Draw">Draws the data; looks at nothing else.</param>
internal sealed record Picture(string Name, Phrase Title, Func<PictureSource, object?> From, Action<Region, object, LessonModel, ViewSettings> Draw)
{
    /// <summary>Whether this run has such a picture at all.</summary>
    public Func<LessonModel, bool> Fits { get; init; } = _ => true;
}

/// <summary>Every picture by name.</summary>
internal static class PictureRegistry
{
    public static IReadOnlyList<Picture> All { get; } =
    [
        new("network", SessionWords.Network, source => source.View, (region, data, lesson, view) => SimplePictures.Network(region, (RunView)data, view)),
        new("loss", new("loss", "损失"), source => source.View.Losses, (region, data, lesson, view) => SimplePictures.Loss(region, (LossRecord)data, lesson, view)),
    ];

    public static Picture? Find(string name) => All.FirstOrDefault(picture => picture.Name == name);
}
