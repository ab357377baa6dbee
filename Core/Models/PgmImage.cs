using System.Text;

namespace Core;

/// <summary>A grey picture in the format PGM (netpbm): "P5" with bytes or "P2" with numbers, width, height, greatest value; # begins a comment.</summary>
public static class PgmImage
{
    private const int Largest = 1 << 24;

    /// <summary>The pixels [rows, columns] of a picture of just that size, value / greatest value.</summary>
    /// <exception cref="BadDataException">It is no such picture, cut off, or of another size.</exception>
    public static double[] Read(ReadOnlySpan<byte> file, int rows, int columns)
    {
        var at = 0;
        var kind = Word(file, ref at);
        if (kind is not ("P5" or "P2")) throw Wrong($"a file that begins with {Shown.Text(kind)}", "P5 or P2, a PGM picture", "convert it, e.g. with an image editor that saves PGM");
        var (width, height, most) = (Number(file, ref at, "width", Largest), Number(file, ref at, "height", Largest), Number(file, ref at, "greatest value", 65535));
        if (width != columns || height != rows) throw Wrong($"a picture of {width}×{height} pixels", $"{columns}×{rows}, as in the training", "cut or scale it to that size");
        var size = most > 255 ? 2 : 1;
        at++; // One white space ends the header.
        if (kind == "P5" && file.Length - at < (long)size * rows * columns)
            throw Wrong($"{Math.Max(0, file.Length - at)} bytes of pixels", $"{size * rows * columns}", "take the whole file: this one is cut off");
        var pixels = new double[rows * columns];
        for (var k = 0; k < pixels.Length; k++)
        {
            var value = kind == "P2" ? Number(file, ref at, $"pixel {k}", most, least: 0) : size == 1 ? file[at + k] : file[at + 2 * k] << 8 | file[at + 2 * k + 1];
            if (value > most) throw Wrong($"pixel {k} of {value}", $"at most {most}, as its header says", "take a file that is not damaged");
            pixels[k] = value / (double)most;
        }

        return pixels;
    }

    private static int Number(ReadOnlySpan<byte> file, ref int at, string what, int most, int least = 1)
    {
        var word = Word(file, ref at);
        return int.TryParse(word, System.Globalization.NumberStyles.None, null, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(word.Length == 0 ? $"a file that ends before its {what}" : $"{what} {Shown.Text(word)}", $"a whole number from {least} to {most}", "take a whole PGM picture");
    }

    private static string Word(ReadOnlySpan<byte> file, ref int at)
    {
        while (at < file.Length && (file[at] <= ' ' || file[at] == '#'))
            if (file[at++] == '#')
                while (at < file.Length && file[at] != '\n') at++;
        var start = at;
        while (at < file.Length && file[at] > ' ' && file[at] != '#' && at - start < 60) at++;
        return Encoding.Latin1.GetString(file[start..at]);
    }

    private static BadDataException Wrong(string given, string expected, string remedy) => new([new DataProblem("", given, expected, remedy)]);
}
