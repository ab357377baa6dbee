using System.CommandLine;
using System.CommandLine.Parsing;

namespace Sim;

/// <summary>The command line: one method per command, errors in one place.</summary>
internal static class CommandLine
{
    /// <summary>Runs what was typed and returns the exit code. Never throws, and shows no stack trace.</summary>
    public static int Run(IReadOnlyList<string> arguments, CommandHost host)
    {
        try
        {
            if (arguments.Count == 0 && PlayOptions.Menu(host) is { } code) return code;
            var root = Root(host);
            bool inChinese = ChineseHelp.IsWanted(arguments, host);
            if (inChinese) ChineseHelp.Translate(root);
            var parsed = root.Parse(arguments.Count == 0 ? ["--help"] : arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 || parsed.UnmatchedTokens.Count > 0 || UsageErrors.Misread(parsed).Any()) return Refuse(parsed, host);
            return Invoke(parsed, host, inChinese);
        }
        catch (RequestException wrong)
        {
            host.Error.WriteLine($"sim: {wrong.Message}");
            return ExitCode.WrongRequest;
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("sim: interrupted.");
            return ExitCode.Interrupted;
        }
        catch (OutOfMemoryException)
        {
            host.Error.WriteLine("sim: there is not enough memory for this; make layers, batches or data smaller.");
            return ExitCode.WrongRequest;
        }
    }

    private static int Invoke(ParseResult parsed, CommandHost host, bool inChinese)
    {
        using var help = inChinese ? new StringWriter() : null;
        int code = parsed.Invoke(new InvocationConfiguration
        {
            Output = help ?? host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        if (help is not null) host.Out.Write(ChineseHelp.Finish(help.ToString()));
        return code;
    }

    internal static RootCommand Root(CommandHost host)
    {
        var root = new RootCommand("Step through how a neural network learns: every sum, gradient and weight, with the real numbers.");
        root.Directives.Clear();
        PlayOptions.AddMenu(root, host);
        root.Subcommands.Add(PlayOptions.Command(host));
        foreach (var companion in PlayOptions.Companions(host)) root.Subcommands.Add(companion);
        root.Subcommands.Add(RunOptions.Run(host));
        root.Subcommands.Add(RunOptions.Predict(host));
        root.Subcommands.Add(TraceOf(host));
        root.Subcommands.Add(ExplainOf(host));
        root.Subcommands.Add(SweepOf(host));
        root.Subcommands.Add(CalcOf(host));
        root.Subcommands.Add(ReplayOptions.Command(host));
        root.Subcommands.Add(SnapshotCommand.Command(host));
        root.Subcommands.Add(ListOf(host));
        root.Subcommands.Add(CheckOf(host));
        root.Subcommands.Add(SchemaOf(host));
        foreach (var command in ToolOptions.Commands(host, root)) root.Subcommands.Add(command);
        ToolOptions.OfferLessons(root, host);
        return root;
    }

    private static Command TraceOf(CommandHost host)
    {
        var common = new CommonOptions();
        var updates = CommandOptions.Whole("--updates", "How many updates (1 unless stated).", 1);
        var from = CommandOptions.Whole("--from", "The first update (1 unless stated).", 1);
        var format = CommandOptions.Choice("--format", "text (a walk for people), jsonl or csv.", "text", "jsonl", "csv");
        var only = new Option<string[]>("--only") { Description = "Only these values, e.g. loss,layer1.weight.", HelpName = "NAME,…" };
        var command = new Command("trace", "Every value of the first updates, step by step.") { updates, from, format, only };
        common.AddTo(command);
        command.SetAction(parsed => new TraceCommand(host).Run(new TraceRequest(
            common.Of(parsed, host), parsed.GetValue(from) ?? 1, parsed.GetValue(updates) ?? 1,
            FormatOf(parsed.GetValue(format)),
            [.. (parsed.GetValue(only) ?? []).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
            common.PrecisionOf(parsed))));
        return command;
    }

    private static Command ExplainOf(CommandHost host)
    {
        var common = new CommonOptions();
        var at = new Option<string>("--at") { Description = "The moment: 0, an update K, K:NAME, epoch E, end or until EXPR.", HelpName = "POSITION" };
        var value = new Option<string>("--value") { Description = "The number, e.g. layer1.z[0,0]; indices count from 0.", HelpName = "NAME[i,j]", Required = true };
        var command = new Command("explain", "One number: symbols, substituted numbers, result, independent check.") { at, value };
        common.AddTo(command);
        command.SetAction(parsed => new ExplainCommand(host).Run(new ExplainRequest(
            common.Of(parsed, host), parsed.GetValue(at), parsed.GetRequiredValue(value),
            common.PrecisionOf(parsed))));
        return command;
    }

    private static Command SweepOf(CommandHost host)
    {
        var common = new CommonOptions();
        var over = new Option<string[]>("--over") { Description = "The field and its values, e.g. optimizer.learningRate=0.01:1:20:log (log: steps of equal ratio) or optimizer.type=sgd,adam; twice for a map of two fields.", HelpName = "KEY=FROM:TO:COUNT[:log]|KEY=VALUE,VALUE,…", Required = true };
        var show = new Option<string[]>("--show") { Description = "What is shown of each run's last moment instead of the loss, e.g. eval.validation.loss or norm(layer1.weight); up to three times for one field.", HelpName = "EXPRESSION" };
        var updates = CommandOptions.Whole("--updates", "Updates of each run instead of the experiment's length.", 1);
        var format = CommandOptions.Choice("--format", "table (with the picture), csv, json or svg (the picture).", "table", "csv", "json", "svg");
        var command = new Command("sweep", "Many runs that differ in one field, as one curve, or in two, as a map.") { over, show, updates, format };
        common.AddTo(command);
        command.SetAction(parsed => new SweepCommand(host).Run(new SweepRequest(
            common.Of(parsed, host), parsed.GetRequiredValue(over), parsed.GetValue(show) ?? [], parsed.GetValue(updates),
            parsed.GetValue(format) ?? "table", common.PrecisionOf(parsed))));
        return command;
    }

    private static Command CalcOf(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A JSON file with a list of items; docs/calc.md describes them." };
        var format = CommandOptions.Choice("--format", "text (otherwise on a terminal), jsonl (otherwise in a pipe) or csv.", "text", "jsonl", "csv");
        var precision = CommandOptions.Precision("the file's");
        var command = new Command("calc", "A rule outside a run, on given numbers: activations, losses, rates, metrics, ….") { file, format, precision };
        command.SetAction(parsed => new CalcCommand(host).Run(new CalcRequest(
            parsed.GetRequiredValue(file), FormatOf(parsed.GetValue(format) ?? (host.OutIsTerminal ? "text" : "jsonl")), CommandOptions.PrecisionOf(parsed.GetValue(precision)))));
        return command;
    }

    private static TraceFormat FormatOf(string? word) => word switch { "jsonl" => TraceFormat.Jsonl, "csv" => TraceFormat.Csv, _ => TraceFormat.Text };

    private static Command ListOf(CommandHost host)
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var language = CommandOptions.Language();
        var command = new Command("list", "The lessons.") { json, language };
        command.SetAction(parsed => new ListCommand(host).Run(parsed.GetValue(json), CommandOptions.LanguageOf(parsed.GetValue(language), host)));
        return command;
    }

    private static Command CheckOf(CommandHost host)
    {
        var files = new Argument<string[]>("FILE") { Description = "Experiments, lessons or scripts; without any, the lessons of the program and the scripts in demos.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("check", "Run experiments, walk through lessons, play scripts; every problem at once.") { files };
        command.SetAction(parsed => new CheckCommand(host).Run(parsed.GetValue(files) ?? []));
        return command;
    }

    private static Command SchemaOf(CommandHost host)
    {
        var command = new Command("schema", "JSON Schema of lessons.json.");
        command.SetAction(_ => new SchemaCommand(host).Run());
        return command;
    }

    private static int Refuse(ParseResult parsed, CommandHost host)
    {
        var command = parsed.CommandResult.Command;
        var way = string.Join(' ', Names(parsed.CommandResult).Reverse().Prepend("sim").Append("--help"));
        foreach (var message in UsageErrors.Of(parsed)) host.Error.WriteLine($"sim: {message}");
        host.Error.WriteLine($"See {way}.");
        return ExitCode.WrongRequest;

        static IEnumerable<string> Names(SymbolResult? result)
        {
            for (; result is CommandResult { Command: not RootCommand } command; result = result.Parent) yield return command.Command.Name;
        }
    }
}
