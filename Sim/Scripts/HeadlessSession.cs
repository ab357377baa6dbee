namespace Sim;

/// <summary>A session without screen, clock and the learner's own files: the engine answers before the next thing is told.</summary>
internal sealed class HeadlessSession : IDisposable
{
    private readonly Queue<SessionMessage> _messages = new();
    private readonly SessionRunner _runner;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _cancellation;

    public HeadlessSession(LessonLibrary library, SessionModel start, bool readsMenu, CancellationToken cancellation = default)
    {
        _runner = new SessionRunner(new SessionWorld { Library = library, Patience = Timeout.InfiniteTimeSpan });
        _cancellation = cancellation;
        _registration = cancellation.Register(() => _runner.Perform(new CancelWork(), _ => { }));
        Model = start;
        if (readsMenu) _runner.Perform(new ReadMenu(null), _messages.Enqueue);
        Settle();
    }

    public SessionModel Model { get; private set; }

    public EngineLesson? Lesson => _runner.Lesson;

    /// <exception cref="OperationCanceledException">Somebody does not want to wait.</exception>
    public void Tell(SessionMessage message)
    {
        _messages.Enqueue(message);
        Settle();
    }

    public void Dispose()
    {
        _registration.Dispose();
        _runner.Dispose();
    }

    private void Settle()
    {
        while (_messages.TryDequeue(out var next))
        {
            var (model, effects) = SessionUpdate.Apply(Model, next);
            Model = model;
            foreach (var effect in effects)
            {
                _cancellation.ThrowIfCancellationRequested();
                if (effect is not (ExportScreen or SaveChoices or SaveProgress or SaveRecording)) _runner.Perform(effect, _messages.Enqueue);
            }
        }
        _cancellation.ThrowIfCancellationRequested();
    }
}
