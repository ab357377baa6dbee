using System.Collections.Immutable;
using Core;
using Lessons;

namespace Sim;

/// <summary>Where the engine stands, so that it can be brought back there: runs are kept, only their place is sought again.</summary>
/// <param name="Lesson">The open lesson.</param>
/// <param name="Now">The run that is seen.</param>
/// <param name="Before">The runs before its changes.</param>
/// <param name="Scene">The scene the lesson is at.</param>
/// <param name="At">The moment.</param>
/// <param name="Other">The run beside it.</param>
/// <param name="OtherTitle">Its title.</param>
/// <param name="First">The first number in which the two differ.</param>
/// <param name="Pictures">The pictures on the screen.</param>
internal sealed record EngineMark(
    EngineLesson Lesson, Fork Now, ImmutableArray<Fork> Before, int Scene, Moment At, LessonRun? Other, Phrase OtherTitle, FirstDifference? First, ImmutableArray<string> Pictures);
