namespace Sim;

/// <summary><c>sim notes</c>: the teacher's notes of the program that runs on this machine, scene by scene.</summary>
internal sealed class NotesCommand(CommandHost host, NotesFile file)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    public int Run(bool once)
    {
        if (file.Read() is null) host.Error.WriteLine("sim: no lesson has been played yet; the notes appear here as soon as one is open (Ctrl-C ends).");
        DateTime? shown = null;
        do
        {
            if (file.Read() is { } notes && notes.When != shown)
            {
                if (shown is not null) host.Out.WriteLine("────────");
                host.Out.WriteLine(notes.Text);
                host.Out.Flush();
                shown = notes.When;
            }
        }
        while (!once && !host.Cancellation.WaitHandle.WaitOne(Pace));
        return ExitCode.Fine;
    }
}
