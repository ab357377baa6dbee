namespace Bench;

/// <summary>The least a .NET program at a terminal can do, to compare with: says that it is there, and answers every line by an empty frame.</summary>
internal static class Echo
{
    public const string Verb = "echo", Ready = "ready", Last = "q";

    public static int Run()
    {
        Console.WriteLine(Ready);
        while (Console.ReadLine() is { } line and not Last)
            Console.Write("\e[?2026h\e[?2026l");
        return 0;
    }

    /// <summary>This program's file, to be started as a child.</summary>
    public static string Program => typeof(Echo).Assembly.Location;
}
