using System.Diagnostics;
using System.Globalization;
using Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [Echo.Verb]) return Echo.Run();
var (settings, error) = Settings.Read(args);
if (settings is null)
{
    Console.Error.WriteLine($"{error}\n{Settings.Usage}");
    return 2;
}

long start = Stopwatch.GetTimestamp();
var table = new Table(Console.Out, settings.Format);
table.Head(Machine.Line());
foreach (Part part in Part.Chosen(settings.Parts))
{
    if (part.Title.Length > 0) table.Section(part.Title);
    part.Run(table, settings);
    GC.Collect();
}

table.Foot($"{Stopwatch.GetElapsedTime(start).TotalSeconds:0} s; {table.Wrong} check values wrong, {table.Missed} aims missed. Only ratios within one run are worth comparing.");
return table.Wrong == 0 ? 0 : 1;
