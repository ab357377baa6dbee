using System.Globalization;
using Core;

namespace Sim;

/// <summary>A model's file, piece by piece: where it lies, its first bytes, what they mean.</summary>
internal static class ModelFileView
{
    private const int OffsetWidth = 7, Wide = 64, Medium = 50, Digits = 6, FewDigits = 3;

    private static readonly Lessons.Text HeaderLength = new("length of the header: {0}", "头部长度：{0}"), More = new("… {0} more tensors", "…… 另有 {0} 个张量"),
        Total = new("{0} bytes", "共 {0} 字节"), Whole = new("file of the model: {0} bytes", "模型文件：{0} 字节");

    public static string Title(ModelFileData data, ViewSettings settings) => string.Format(CultureInfo.InvariantCulture, settings.Say(Whole), data.Length);

    public static void Draw(Region region, ModelFileData data, ViewSettings settings)
    {
        if (region.IsEmpty) return;
        int bytes = region.Width >= Wide ? 8 : region.Width >= Medium ? 4 : 0, room = region.Height - 1, shown = data.Pieces.Length <= room ? data.Pieces.Length : Math.Max(0, room - 1);
        int first = Math.Clamp(data.Pieces.ToList().FindIndex(piece => piece.Name.Length > 0 && piece.Name == data.Focus) - shown + 1, 0, data.Pieces.Length - shown);
        for (int k = 0; k < shown; k++) Piece(region.Sub(0, k, region.Width, 1), data.Pieces[first + k], bytes, data.Focus, settings);
        if (shown < data.Pieces.Length && room > 0) Text.Line(region, shown, string.Format(CultureInfo.InvariantCulture, settings.Say(More), data.Pieces.Length - shown), Role.Dim);
        int last = shown + (shown < data.Pieces.Length ? 1 : 0);
        Text.Line(region, last, [new(Number(data.Length).PadLeft(OffsetWidth), Role.Dim), new("  " + string.Format(CultureInfo.InvariantCulture, settings.Say(Total), data.Length), Role.Text)]);
    }

    private static void Piece(Region line, FilePiece piece, int bytes, string focus, ViewSettings settings)
    {
        bool isLit = piece.Name.Length > 0 && piece.Name == focus;
        if (bytes == 0)
        {
            Narrow(line, piece, isLit, settings);
            return;
        }

        string hex = string.Join(' ', piece.Bytes.Take(bytes).Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
        if (piece.Length > bytes) hex += " …";
        var role = isLit ? Role.Active : piece.IsParameter ? Role.Weight : piece.Name.Length > 0 ? Role.Text : Role.Dim;
        Text.Line(line, 0, [
            new(Number(piece.Offset).PadLeft(OffsetWidth) + (isLit ? " >" : "  "), isLit ? Role.Active : Role.Dim),
            new(hex.PadRight(3 * bytes + 2), role),
            .. Meaning(piece, role, settings),
        ]);
    }

    // Four bytes without gaps, the name, a short number: what fits beside a lesson's text.
    private static void Narrow(Region line, FilePiece piece, bool isLit, ViewSettings settings)
    {
        var role = isLit ? Role.Active : piece.IsParameter ? Role.Weight : piece.Name.Length > 0 ? Role.Text : Role.Dim;
        string hex = string.Concat(piece.Bytes.Take(4).Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
        string place = Number(piece.Offset).PadLeft(OffsetWidth - 2) + (isLit ? ">" : " ");
        string value = piece.Value is { } number ? " " + NumberText.Of(number, FewDigits) : "";
        var text = line.SkipRight(TextWidth.Of(value));
        int x = text.Write(0, 0, [new(place, isLit ? Role.Active : Role.Dim), new(hex + " ", role)]);
        Text.Line(text.SkipLeft(x), 0, piece.Name.Length > 0 ? [new(piece.Name, role)] : Meaning(piece, role, settings));
        Text.Line(line, 0, value, Role.Text, Align.Right);
    }

    private static Span[] Meaning(FilePiece piece, Role role, ViewSettings settings)
    {
        if (piece.Name.Length > 0) return [new($"{piece.Name}{piece.Shape}  ", role), new(piece.Value is { } value ? NumberText.Of(value, Digits) + (piece.Length > 4 ? " …" : "") : "", Role.Text)];
        return [piece.Offset == 0 ? new(string.Format(CultureInfo.InvariantCulture, settings.Say(HeaderLength), piece.Shape), Role.Text) : new(piece.Shape, Role.Text)];
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
