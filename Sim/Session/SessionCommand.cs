namespace Sim;

/// <summary>Everything a key can ask for.</summary>
internal enum SessionCommand
{
    StepForward, StepBack, PhaseForward, PhaseBack, UpdateForward, UpdateBack, EpochForward, EpochBack,
    SceneForward, SceneBack, TermForward, TermBack, RunStart, RunEnd,
    Continue, Confirm, Cancel, Hint, Notes, Glossary,
    Up, Down, RowUp, RowDown, FocusNext, FocusPrevious, Zoom, NextPicture, WhereFrom, Check, Return, ScrollDown, ScrollUp,
    GoTo, Until, Breakpoints, NextBreak, PreviousBreak, Auto, Faster, Slower,
    Set, Edit, Undo, Variant, Compare,
    Digits, Language, Projector, Theme, Blank, Captions, Controls, Address, SaveSvg, SaveText, Record, Folder, Search, Delete, Help, Quit,
}

/// <summary>Where a key works.</summary>
[Flags]
internal enum KeyScope
{
    None = 0,
    Menu = 1,
    Lesson = 2,
    List = 4,
    Page = 8,
    Words = 16,
    Everywhere = Menu | Lesson | List | Page | Words,
}
