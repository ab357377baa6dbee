using Lessons;

namespace Sim.Tests;

/// <summary>A lesson of the program, played without a screen; the engine answers at once.</summary>
internal sealed class ShippedLesson : IDisposable
{
    private readonly SessionRunner _runner = new(new SessionWorld { Library = Library(), Patience = Timeout.InfiniteTimeSpan });
    private readonly Queue<SessionMessage> _messages = new();
    private readonly Examiner _examiner;

    public ShippedLesson(string target, Size size, Language language)
    {
        var lesson = Library().Open(target, null).Lesson;
        _examiner = new Examiner(LessonRuns.Start(lesson).Runs!);
        Model = new SessionModel { Size = size, View = ViewSettings.Default with { Language = language } };
        _runner.Perform(new OpenLesson(target, Resume: false), _messages.Enqueue);
        Settle();
        // What the first drawing asks for.
        Tell(new Resized(size));
    }

    public static IEnumerable<string> Ids => Library().Shipped.All.Select(lesson => lesson.Id);

    public SessionModel Model { get; private set; }

    public LessonModel Lesson => Model.Lesson!;

    public static LessonLibrary Library() => new(EmbeddedLessons.Read(), new DiskFiles(), _ => []);

    public string RightAnswer => _examiner.RightAnswer(Lesson.Scene)!;

    public void Press(string key) => Tell(new KeyPressed(KeyNames.Parse(key)));

    public void Tell(SessionMessage message)
    {
        _messages.Enqueue(message);
        Settle();
    }

    /// <summary>Gives the right answer as it would be typed.</summary>
    public void AnswerRight()
    {
        if (Lesson.Content!.Ask!.Choices.IsEmpty)
        {
            Press("Enter");
            if (Model.Prompt is null) Press("Enter");
            foreach (char letter in RightAnswer) Tell(new KeyPressed(new Key(letter)));
            Press("Enter");
        }
        else Press(RightAnswer);
    }

    public void Dispose() => _runner.Dispose();

    private void Settle()
    {
        while (_messages.TryDequeue(out var next))
        {
            var (model, effects) = SessionUpdate.Apply(Model, next);
            Model = model;
            foreach (var effect in effects) _runner.Perform(effect, _messages.Enqueue);
        }
    }
}
