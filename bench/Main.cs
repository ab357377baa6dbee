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
using var page = new StringWriter();
var table = new Table([new(Console.Out, settings.Format), .. settings.Into is null ? Array.Empty<TableWriter>() : [new(page, TableFormat.Markdown)]]);
table.Line($"{Machine.Line()}\n");
foreach (Part part in Part.Chosen(settings.Parts))
{
    if (part.Title.Length > 0) table.Section(part.Title);
    try
    {
        part.Run(table, settings);
    }
    catch (TimeoutException late)
    {
        table.Fail(part.Name, late.Message.Split('\n')[0]);
    }

    GC.Collect();
}

table.Line($"\n{Stopwatch.GetElapsedTime(start).TotalSeconds:0} s; {table.Wrong} check values wrong, {table.Missed} aims missed; load at the end{Machine.Load()}. Only ratios within one run are worth comparing.");
if (settings.Into is { } path) Page.Write(path, page.ToString());
return table.Wrong == 0 ? 0 : 1;
