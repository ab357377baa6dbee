using Lessons;

namespace Sim.Tests;

/// <summary>A session with the real engine, without screen and disk: the engine answers at once.</summary>
internal sealed class SessionKit : IDisposable
{
    public const string Xor = """
        {"name": "XOR", "seed": 1, "data": {"type": "xor"},
         "layers": [{"units": 4, "activation": "tanh", "initialWeights": {"type": "lcg", "seed": 1}}, {"units": 1, "activation": "sigmoid", "initialWeights": {"type": "lcg", "seed": 1}}],
         "loss": "sigmoid_bce", "optimizer": {"type": "sgd", "learningRate": 0.5}, "length": {"updates": 60}, "evaluation": {"every": 0}}
        """;

    private readonly SessionRunner _runner;
    private readonly Queue<SessionMessage> _messages = new();

    public SessionKit(Size size, string target = "doubling", ProgressStore? progress = null, Language language = Language.English, string? exportFolder = null, LessonLibrary? library = null)
    {
        _runner = new SessionRunner(new SessionWorld
        {
            Library = library ?? Library(),
            Progress = progress,
            Patience = Timeout.InfiniteTimeSpan,
            ExportFolder = exportFolder ?? Path.Combine(Path.GetTempPath(), "sim-tests-nowhere", "none"),
        });
        Model = new SessionModel { Size = size, View = ViewSettings.Default with { Language = language } };
        Do(target.Length == 0 ? new ReadMenu(null) : new OpenLesson(target, Resume: true));
    }

    public SessionModel Model { get; private set; }

    public LessonModel Lesson => Model.Lesson!;

    public Grid Screen => SessionView.Draw(Model, Model.Size);

    public string Text => GridText.Of(Screen);

    /// <summary>The example of docs/lessons.md as the program's lessons, and the file xor.json.</summary>
    public static LessonLibrary Library()
    {
        string document = File.ReadAllText(Path.Combine(Shared.Repository.Root, "docs", "lessons.md"));
        int start = document.IndexOf("```json", StringComparison.Ordinal) + 7, end = document.IndexOf("```", start, StringComparison.Ordinal);
        return new LessonLibrary(System.Text.Encoding.UTF8.GetBytes(document[start..end]), new OneFile("xor.json", Xor), _ => []);
    }

    public SessionKit Press(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys) Tell(new KeyPressed(KeyNames.Parse(key)));
        return this;
    }

    public SessionKit Type(string text)
    {
        foreach (var rune in text.EnumerateRunes()) Tell(new KeyPressed(new Key(KeyCode.Rune, rune)));
        return this;
    }

    public SessionKit Tell(SessionMessage message)
    {
        _messages.Enqueue(message);
        while (_messages.TryDequeue(out var next))
        {
            var (model, effects) = SessionUpdate.Apply(Model, next);
            Model = model;
            foreach (var effect in effects) _runner.Perform(effect, _messages.Enqueue);
        }
        return this;
    }

    public SessionKit Do(SessionEffect effect)
    {
        _runner.Perform(effect, _messages.Enqueue);
        return Tell(new WorkEnded());
    }

    public void Dispose() => _runner.Dispose();

    private sealed class OneFile(string name, string text) : IFiles
    {
        public bool Exists(string path) => path == name;

        public ReadOnlyMemory<byte> Read(string path, long most) =>
            path == name ? System.Text.Encoding.UTF8.GetBytes(text) : throw new RequestException($"there is no file {path}");

        public TextReader OpenText(string path) => throw new RequestException($"there is no file {path}");
    }
}
