using System.CommandLine;

namespace Sim;

/// <summary><c>sim run</c> and <c>sim predict</c> on the command line.</summary>
internal static class RunOptions
{
    public static Command Run(CommandHost host)
    {
        var common = new CommonOptions();
        var updates = CommandOptions.Whole("--updates", "Train so many updates instead of the experiment's length.", 0);
        var epochs = CommandOptions.Whole("--epochs", "Train so many epochs instead of the experiment's length.", 0);
        var threads = CommandOptions.Whole("--threads", "Threads to share large products, used while they are quicker than one; never changes a number. Without it: the processors of this machine.", 1, 256);
        var json = new Option<bool>("--json") { Description = "The result as one line of JSON." };
        var save = new Option<string?>("--save") { Description = "Write the model (safetensors): weights, optimizer, place in the run, experiment. Also after Ctrl-C.", HelpName = "FILE" };
        var load = new Option<string?>("--load") { Description = "Continue from a saved model, to the same bits as without a break; LESSON may then be left out.", HelpName = "FILE" };
        var command = new Command("run", "Train to the end and show the result.") { updates, epochs, json, save, load, threads };
        common.AddTo(command);
        command.SetAction(parsed => new RunCommand(host).Run(new RunRequest(
            common.Of(parsed, host), parsed.GetValue(updates), parsed.GetValue(epochs), (int?)parsed.GetValue(threads), parsed.GetValue(json), common.PrecisionOf(parsed))
        { Save = parsed.GetValue(save), Load = parsed.GetValue(load) }));
        return command;
    }

    public static Command Predict(CommandHost host)
    {
        var model = new Argument<string>("MODEL") { Description = "A file written by sim run --save." };
        var csv = new Option<string?>("--csv") { Description = "A table of inputs; columns by the names of the training data where it has some.", HelpName = "FILE" };
        var image = new Option<string?>("--image") { Description = "A grey picture (PGM) of the size the model was trained on.", HelpName = "FILE.pgm" };
        var values = new Option<string?>("--values") { Description = "The inputs of one sample, e.g. 0.8,0.6,0.9.", HelpName = "X1,X2,…" };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var missing = CsvOptionSet.Missing("Rows of the table with missing values, or words the model has not seen: leave them out, or let the mean of the training rows stand in; otherwise as in the training.");
        var (delimiter, language) = (CsvOptionSet.DelimiterOption(), CommandOptions.Language());
        var command = new Command("predict", "What a saved model says about new inputs.") { model, csv, image, values, missing, delimiter, json, language };
        command.SetAction(parsed => new PredictCommand(host).Run(new PredictRequest(
            parsed.GetRequiredValue(model), parsed.GetValue(csv), parsed.GetValue(image), parsed.GetValue(values), parsed.GetValue(json), CommandOptions.LanguageOf(parsed.GetValue(language), host))
        {
            Missing = CsvOptionSet.MissingOf(parsed.GetValue(missing)),
            Delimiter = CsvOptionSet.Sign(parsed.GetValue(delimiter)),
        }));
        return command;
    }
}
