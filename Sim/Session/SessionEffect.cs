using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>Something to be done outside the model; results come back as messages.</summary>
internal abstract record SessionEffect;

internal sealed record ReadMenu(string? Folder) : SessionEffect;

/// <summary>Reads the menu again if the learner's folder has changed.</summary>
internal sealed record RefreshMenu : SessionEffect;

/// <summary>Opens a lesson by id, address or file.</summary>
/// <param name="Target">What was named.</param>
/// <param name="Resume">Whether to go where one was.</param>
internal sealed record OpenLesson(string Target, bool Resume) : SessionEffect;

/// <summary>Reads the open file again if it has changed.</summary>
internal sealed record ReloadLesson : SessionEffect;

internal sealed record CloseLesson : SessionEffect;

/// <summary>Moves by steps of a ladder; negative: back.</summary>
internal sealed record MoveBy(Ladder Ladder, long Count) : SessionEffect;

/// <summary>To a position or address, as typed.</summary>
internal sealed record GoTo(string Text) : SessionEffect;

internal sealed record MoveToMoment(Moment Moment, Selection Element) : SessionEffect;

/// <summary>To where the engine stood before.</summary>
internal sealed record ReturnTo(EngineMark Mark) : SessionEffect;

/// <summary>Runs until a condition holds.</summary>
internal sealed record RunUntil(string Text) : SessionEffect;

/// <summary>To the next breakpoint, or back to the one before.</summary>
internal sealed record RunToBreak(ImmutableArray<string> Conditions, bool Back) : SessionEffect;

internal sealed record CheckBreakpoint(string Text) : SessionEffect;

/// <summary>One step of auto-play, looking at breakpoints.</summary>
internal sealed record PlayOn(ImmutableArray<string> Conditions, Moment? Until) : SessionEffect;

internal sealed record EnterScene(int Index) : SessionEffect;

internal sealed record JudgeAnswer(int Scene, string Given) : SessionEffect;

/// <summary>Forks the run with <c>KEY VALUE</c> or <c>KEY=VALUE</c> changed.</summary>
internal sealed record ChangeSetting(string Text) : SessionEffect;

/// <summary>Forks the run with one weight or bias changed.</summary>
internal sealed record ChangeWeight(string Name, ImmutableArray<int> Index, string Value) : SessionEffect;

internal sealed record UndoChange : SessionEffect;

/// <summary>Shows a variant; the empty id: the lesson's own run.</summary>
internal sealed record ShowVariant(string Id) : SessionEffect;

/// <summary>Puts a run beside this one: a variant, the run before the last change (<c>*</c>), or none (empty).</summary>
internal sealed record CompareWith(string Id) : SessionEffect;

/// <summary>Follows a number to where it was made.</summary>
internal sealed record FollowOperand(Selection From, ViewSettings View) : SessionEffect;

/// <summary>Calculates the chosen number again.</summary>
internal sealed record CheckNumber(ImmutableArray<int> Element) : SessionEffect;

/// <summary>The next pair of inputs along the axes of the decision boundary, or the one before.</summary>
internal sealed record ChooseInputs(int By) : SessionEffect;

/// <summary>The pictures on the screen from now on.</summary>
internal sealed record WatchPictures(ImmutableArray<string> Names) : SessionEffect;

/// <summary>Asks how far long work is.</summary>
internal sealed record PollWork : SessionEffect;

/// <summary>Keys that waited for a picture to stop.</summary>
internal sealed record TypeAgain(ImmutableArray<Key> Keys) : SessionEffect;

internal sealed record CancelWork : SessionEffect;

/// <summary>Keeps how far the learner is.</summary>
internal sealed record SaveProgress(LessonProgressState State) : SessionEffect;

/// <summary>Writes the screen to a file.</summary>
internal sealed record ExportScreen(SessionModel Model, bool AsText) : SessionEffect;

/// <summary>Writes the recording to its file.</summary>
/// <param name="Path">The file; null: one is chosen by <paramref name="Name"/>.</param>
/// <param name="Name">What is recorded.</param>
/// <param name="Number">Which recording of this session.</param>
/// <param name="Text">The script so far.</param>
/// <param name="Lines">Its commands.</param>
/// <param name="IsEnd">Whether it is complete.</param>
internal sealed record SaveRecording(string? Path, string Name, int Number, string Text, int Lines, bool IsEnd) : SessionEffect;

internal sealed record UseTheme(Theme Theme) : SessionEffect;

/// <summary>Keeps what the learner has chosen for the program.</summary>
internal sealed record SaveChoices(ViewSettings View, string Theme, string? Folder, bool TourSeen) : SessionEffect;

/// <summary>How far a learner is in a lesson.</summary>
internal sealed record LessonProgressState(string Lesson, string Scene, int Index, bool IsDone, ImmutableDictionary<string, AskState> Answers, Language Language);
