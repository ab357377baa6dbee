namespace Sim;

/// <summary>Something that happened while a script is played.</summary>
internal abstract record ReplayMessage;

/// <summary>To the session: a key, an answer of the engine, the clock.</summary>
internal sealed record InSession(SessionMessage Message) : ReplayMessage;

/// <summary>A key for whoever has the wheel.</summary>
internal sealed record ReplayKeyPressed(Key Key) : ReplayMessage;

/// <summary>What is shown has stood long enough.</summary>
internal sealed record ReplayTick : ReplayMessage;

/// <summary>Everything asked for before this has been begun.</summary>
/// <param name="Mark">Where the engine stands, unless it works or no lesson is open.</param>
internal sealed record Settled(EngineMark? Mark) : ReplayMessage;

/// <summary>What came of an expectation.</summary>
internal sealed record ExpectationTold(ScriptCommand Command, bool Holds, string Found) : ReplayMessage;

/// <summary>Something to be done outside the model.</summary>
internal abstract record ReplayEffect;

internal sealed record ForSession(SessionEffect Effect) : ReplayEffect;

/// <summary>Asks for <see cref="Settled"/>.</summary>
internal sealed record AwaitSettled : ReplayEffect;

internal sealed record TellExpectation(ScriptCommand Command) : ReplayEffect;
