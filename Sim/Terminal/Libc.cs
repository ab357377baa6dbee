using System.Runtime.InteropServices;

namespace Sim;

/// <summary>The few C functions a terminal needs; numbers differ between Linux and macOS.</summary>
internal static unsafe partial class Libc
{
    public const int EINTR = 4, SIGTTOU = 22, TCSADRAIN = 1, TCSAFLUSH = 2;
    public static readonly int SIGSTOP = OperatingSystem.IsMacOS() ? 17 : 19;
    public static readonly int EAGAIN = OperatingSystem.IsMacOS() ? 35 : 11;

    private const nint Ignore = 1;
    private static readonly nuint TIOCGWINSZ = OperatingSystem.IsMacOS() ? 0x40087468u : 0x5413u;

    [LibraryImport("libc")] public static partial int isatty(int file);
    [LibraryImport("libc")] public static partial int getpid();
    [LibraryImport("libc")] public static partial int getpgrp();
    [LibraryImport("libc")] public static partial int tcgetpgrp(int file);
    [LibraryImport("libc", SetLastError = true)] public static partial int kill(int process, int signal);
    [LibraryImport("libc", SetLastError = true)] public static partial nint read(int file, byte* bytes, nint count);
    [LibraryImport("libc", SetLastError = true)] public static partial nint write(int file, byte* bytes, nint count);
    [LibraryImport("libc")] public static partial int tcgetattr(int file, byte* modes);
    [LibraryImport("libc", SetLastError = true)] public static partial int tcsetattr(int file, int when, byte* modes);
    [LibraryImport("libc")] public static partial void cfmakeraw(byte* modes);
    [LibraryImport("libc")] private static partial nint signal(int number, nint handler);
    [LibraryImport("libc")] private static partial int ioctl(int file, nuint request, ushort* size);

    // Variadic arguments go on the stack on Apple silicon: six fillers push the pointer there.
    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int IoctlOnAppleSilicon(int file, nuint request, nint a, nint b, nint c, nint d, nint e, nint f, ushort* size);

    public static void IgnoreTerminalOutputStop() => signal(SIGTTOU, Ignore);

    public static Size? WindowSize(int file)
    {
        ushort* size = stackalloc ushort[4];
        bool stacked = OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        int result = stacked ? IoctlOnAppleSilicon(file, TIOCGWINSZ, 0, 0, 0, 0, 0, 0, size) : ioctl(file, TIOCGWINSZ, size);
        return result == 0 && size[0] > 0 && size[1] > 0 ? new Size(size[1], size[0]) : null;
    }
}
