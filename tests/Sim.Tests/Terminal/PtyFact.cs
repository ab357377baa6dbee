namespace Sim.Tests;

/// <summary>Runs where pseudo-terminals and setsid are.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class PtyFactAttribute : FactAttribute
{
    public PtyFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/setsid")) Skip = "needs Linux and setsid";
    }
}
