using Lessons;

namespace Sim;

/// <summary><c>sim schema</c>: JSON Schema of lessons.json; the experiment in it is also that of an experiment file.</summary>
internal sealed class SchemaCommand(CommandHost host)
{
    public int Run()
    {
        host.Out.WriteLine(LessonSpec.Schema().ToJsonString(ListCommand.Readable));
        return ExitCode.Fine;
    }
}
