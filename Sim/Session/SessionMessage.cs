using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>Something that happened: at the keyboard, on the clock, or as the result of an effect.</summary>
internal abstract record SessionMessage;

internal sealed record KeyPressed(Key Key) : SessionMessage;

internal sealed record TextPasted(string Text) : SessionMessage;

internal sealed record Resized(Size Size) : SessionMessage;

/// <summary>The clock of auto-play.</summary>
internal sealed record AutoTick : SessionMessage;

/// <summary>Time to go on with long work.</summary>
internal sealed record WorkTick : SessionMessage;

/// <summary>The program has to end.</summary>
internal sealed record Ended(int Code) : SessionMessage;

/// <summary>A command by its word rather than its key: plain mode and scripts.</summary>
internal sealed record Commanded(SessionCommand Command, string Argument = "") : SessionMessage;

/// <summary>A lesson was asked for by id, address or file, from its beginning.</summary>
internal sealed record LessonAsked(string Target) : SessionMessage;

/// <summary>The lessons were read.</summary>
internal sealed record MenuRead(MenuModel Menu) : SessionMessage;

/// <summary>A lesson is open, at its first moment or where one was.</summary>
/// <param name="Lesson">What is shown.</param>
/// <param name="Said">What to say about it.</param>
/// <param name="IsAgain">Whether it is the open one, read anew.</param>
internal sealed record LessonOpened(LessonModel Lesson, Notice? Said = null, bool IsAgain = false) : SessionMessage;

/// <summary>Time to keep the moment that the learner has moved to.</summary>
internal sealed record KeepTick : SessionMessage;

/// <summary>Time to see whether the open file has changed.</summary>
internal sealed record FileTick : SessionMessage;

/// <summary>The engine has moved, or changed to another run.</summary>
/// <param name="State">What there is to draw now.</param>
/// <param name="Element">The element to look at, if the move was towards one.</param>
/// <param name="Said">What to say about it.</param>
/// <param name="StopsAuto">Whether auto-play ends here.</param>
/// <param name="IsBreak">Whether a breakpoint was met here.</param>
internal sealed record RunMoved(EngineState State, Selection? Element = null, Notice? Said = null, bool StopsAuto = false, bool IsBreak = false) : SessionMessage;

/// <summary>A scene's moment is reached.</summary>
internal sealed record SceneEntered(int Index, SceneContent Content, EngineState State) : SessionMessage;

/// <summary>An answer was judged.</summary>
internal sealed record AnswerJudged(string Scene, string Given, bool IsRight, Phrase Feedback) : SessionMessage;

/// <summary>The chosen number was calculated again.</summary>
internal sealed record NumberChecked(NumberCheck Check) : SessionMessage;

/// <summary>Long work goes on.</summary>
/// <param name="Work">How far it is.</param>
/// <param name="Picture">What there is of the picture it makes.</param>
internal sealed record WorkMoved(WorkState Work, KeyValuePair<string, object>? Picture = null) : SessionMessage;

/// <summary>Long work is over and has nothing to show.</summary>
internal sealed record WorkEnded : SessionMessage;

/// <summary>A mistake of the program itself, to be thrown where it ends the program.</summary>
internal sealed record Failed(Exception Problem) : SessionMessage;

/// <summary>Pictures were computed anew.</summary>
internal sealed record PicturesReady(ImmutableDictionary<string, object> Pictures) : SessionMessage;

internal sealed record Said(Notice Notice) : SessionMessage;

/// <summary>What was typed cannot be used; the line stays open.</summary>
internal sealed record PromptRefused(Phrase Problem) : SessionMessage;

/// <summary>The breakpoint was understood.</summary>
internal sealed record BreakpointAdded(string Text) : SessionMessage;

/// <summary>Everything of the engine that views draw.</summary>
internal sealed record EngineState(
    RunView Run, string? Variant, Phrase RunTitle, RunView? Other, Phrase OtherTitle, FirstDifference? FirstDifference, int Forks, string Address, ImmutableDictionary<string, object> Pictures,
    ImmutableArray<Moment?> SceneMoments);
