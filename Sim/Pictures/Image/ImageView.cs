using System.Globalization;
using Core;

namespace Sim;

/// <summary>Images side by side, each with its class and what the network takes it for; as many as there is room for.</summary>
internal static class ImageView
{
    private const int Gap = 2, Narrowest = 14;

    private static readonly Lessons.Text Whole = new("sample {0}: {1} → {2} {3}", "样本 {0}：{1} → {2} {3}"), Unknown = new("sample {0}", "样本 {0}");

    public static void Draw(Region region, ImageData data, ViewSettings settings)
    {
        if (region.Height < 2 || region.Width < 2) return;
        int lines = Math.Min((data.Rows + 1) / 2, region.Height - 1), width = Math.Max(Math.Min(Narrowest, region.Width), data.Columns * Math.Min(data.Rows, 2 * lines) / data.Rows);
        int across = Math.Max(1, (region.Width + Gap) / (width + Gap)), down = Math.Max(1, (region.Height + 1) / (lines + 2));
        for (int k = 0; k < Math.Min(data.Samples.Length, across * down); k++)
            One(region.Sub(k % across * (width + Gap), k / across * (lines + 2), width, lines + 1), data, data.Samples[k], settings);
    }

    private static void One(Region frame, ImageData data, ImageSample sample, ViewSettings settings)
    {
        double least = sample.Pixels.Min(), most = sample.Pixels.Max();
        double[] ink = [.. sample.Pixels.Select(value => most > least ? (value - least) / (most - least) : 0)];
        PixelImage.Draw(frame.SkipBottom(1), ink, data.Rows, data.Columns, settings.Ascii);
        Text.Line(frame, frame.Height - 1, Caption(sample, frame.Width, settings), Align.Left);
    }

    private static Span[] Caption(ImageSample sample, int room, ViewSettings settings)
    {
        if (sample.Wanted.Length == 0 || sample.Given.Length == 0) return [new(string.Format(CultureInfo.InvariantCulture, settings.Say(Unknown), sample.Row), Role.Dim)];
        string mark = sample.IsRight ? "✓" : "✗", whole = string.Format(CultureInfo.InvariantCulture, settings.Say(Whole), sample.Row, sample.Wanted, sample.Given, NumberText.Of(sample.Share, 2));
        string text = TextWidth.Of(whole) + 2 <= room ? whole : $"{sample.Wanted} → {sample.Given} {NumberText.Of(sample.Share, 2)}";
        return [new(text + " ", Role.Text), new(mark, sample.IsRight ? Role.Good : Role.Bad)];
    }
}
