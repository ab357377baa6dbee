namespace Sim.Tests;

/// <summary>
/// A test that drives the real program on a pseudo-terminal for seconds, among signals, random keys and kills. Run with SIM_PROGRAM_TESTS=1:
/// on a busy machine such a test can fail for want of time alone, so it does not stand in everybody's way.
/// </summary>
public sealed class ProgramFactAttribute : PtyFactAttribute
{
    public ProgramFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("SIM_PROGRAM_TESTS") != "1") Skip ??= "set SIM_PROGRAM_TESTS=1 to run the real program on a terminal";
    }
}
