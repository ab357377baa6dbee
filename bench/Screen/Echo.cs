namespace Bench;

/// <summary>The least a .NET program at a terminal can do, to compare with: says that it is there, and answers every line by an empty frame.</summary>
internal static class Echo
{
    public const string Verb = "echo", Ready = "ready", Last = "q";

    public static int Run()
    {
        using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
        output.Write("ready\n"u8);
        var line = new byte[80];
        while (input.Read(line) > 0 && line[0] != (byte)Last[0])
            output.Write("\e[?2026h\e[?2026l"u8);
        return 0;
    }

    /// <summary>This program's file, to be started as a child.</summary>
    public static string Program => typeof(Echo).Assembly.Location;
}
