namespace Sim;

/// <summary>A message that comes again and again while the model asks for it; the id tells timers apart.</summary>
internal sealed record Ticking<TMessage>(string Id, TimeSpan Every, TMessage Message);

/// <summary>
/// The whole program as pure functions: the model changes only in <see cref="Update"/>, the screen is a function of it,
/// and what touches the world is returned as data and done by <see cref="Perform"/>.
/// </summary>
internal sealed record Loop<TModel, TMessage, TEffect>
{
    public required TModel Init { get; init; }
    public IReadOnlyList<TEffect> InitEffects { get; init; } = [];

    /// <summary>Whether the first model is shown before the first effects are done.</summary>
    public bool ShowsFirst { get; init; }
    public required Func<TModel, TMessage, (TModel Model, IReadOnlyList<TEffect> Effects)> Update { get; init; }
    public required Func<TModel, Size, Grid> View { get; init; }

    /// <summary>What an event of the terminal means to the program; false if nothing.</summary>
    public required TryTranslate Translate { get; init; }

    /// <summary>Does an effect; results come back as messages, from any thread, through the second argument.</summary>
    public Action<TEffect, Action<TMessage>> Perform { get; init; } = (_, _) => { };

    /// <summary>The timers that run while the model is this one.</summary>
    public Func<TModel, IReadOnlyList<Ticking<TMessage>>> Timers { get; init; } = _ => [];

    /// <summary>The exit code once the program is done.</summary>
    public Func<TModel, int?> Exit { get; init; } = _ => null;

    public delegate bool TryTranslate(TerminalEvent happened, out TMessage message);

    // Keys that arrive faster than frames are drawn share a frame, but a held key still shows movement.
    private const int MaxEventsPerFrame = 64;

    /// <summary>Runs until <see cref="Exit"/> says so, or the terminal ends: then its code, after the last effects.</summary>
    public (int Code, TModel Model) Run(ITerminal terminal, TimeProvider? time = null)
    {
        var clock = new Clock(time ?? TimeProvider.System);
        var model = Init;
        void Post(TMessage message) => terminal.Post(new PostedEvent(message!));
        if (ShowsFirst) terminal.Present(View(model, terminal.Size));
        foreach (var effect in InitEffects) Perform(effect, Post);
        while (true)
        {
            if (Exit(model) is { } done) return (done, model);
            terminal.Present(View(model, terminal.Size));
            var happened = terminal.Read(clock.UntilNext(Timers(model)));
            for (int i = 0; happened is not null; happened = ++i < MaxEventsPerFrame ? terminal.Read(TimeSpan.Zero) : null)
            {
                if (MessageOf(happened, out var message)) model = Step(model, message, Post);
                if (Exit(model) is { } code) return (code, model);
                if (happened is QuitEvent quit) return (quit.ExitCode, model);
            }
            foreach (var due in clock.TakeDue(Timers(model))) model = Step(model, due, Post);
        }
    }

    private bool MessageOf(TerminalEvent happened, out TMessage message)
    {
        if (happened is not PostedEvent { Payload: TMessage own }) return Translate(happened, out message);
        message = own;
        return true;
    }

    private TModel Step(TModel model, TMessage message, Action<TMessage> post)
    {
        var (next, effects) = Update(model, message);
        foreach (var effect in effects) Perform(effect, post);
        return next;
    }

    private sealed class Clock(TimeProvider time)
    {
        private readonly Dictionary<string, (TimeSpan Every, TimeSpan Due)> _running = [];
        private readonly long _start = time.GetTimestamp();

        private TimeSpan Now => time.GetElapsedTime(_start);

        /// <summary>Starts timers newly asked for, stops those no longer asked for; the time until the first is due.</summary>
        public TimeSpan UntilNext(IReadOnlyList<Ticking<TMessage>> asked)
        {
            foreach (string id in _running.Keys.Where(id => asked.All(timer => timer.Id != id)).ToList()) _running.Remove(id);
            var next = Timeout.InfiniteTimeSpan;
            foreach (var timer in asked)
            {
                if (!_running.TryGetValue(timer.Id, out var running) || running.Every != timer.Every)
                    _running[timer.Id] = running = (timer.Every, Now + timer.Every);
                var left = running.Due > Now ? running.Due - Now : TimeSpan.Zero;
                if (next == Timeout.InfiniteTimeSpan || left < next) next = left;
            }
            return next;
        }

        // A timer that fell behind ticks once, not once for every interval missed.
        public List<TMessage> TakeDue(IReadOnlyList<Ticking<TMessage>> asked)
        {
            var due = new List<TMessage>();
            foreach (var timer in asked)
            {
                if (!_running.TryGetValue(timer.Id, out var running) || running.Due > Now) continue;
                var following = running.Due + timer.Every;
                _running[timer.Id] = (timer.Every, following > Now ? following : Now + timer.Every);
                due.Add(timer.Message);
            }
            return due;
        }
    }
}
