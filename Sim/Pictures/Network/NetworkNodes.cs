using System.Globalization;

namespace Sim;

/// <summary>The units of one column.</summary>
internal sealed class NetworkNodes(Region region, NetworkData data, NetworkLayout layout, ViewSettings settings)
{
    /// <summary>Draws a column; the edges behind it begin at <see cref="End"/>.</summary>
    public void Draw(PlacedColumn column)
    {
        if (column.Index >= data.Columns.Length) Loss(column);
        else if (column.Index == 0 && NetworkImage.IsImage(data)) NetworkImage.Draw(region.Sub(column.X, column.Top, column.Width, column.Height), data, settings);
        else Units(column);
    }

    /// <summary>The cell behind the widest unit of a column.</summary>
    public int End(PlacedColumn column)
    {
        if (column.Index == 0 || column.Index >= data.Columns.Length || layout.Detail == UnitDetail.Dot) return column.Right;
        int widest = 0;
        for (int unit = column.First; unit < column.First + column.Shown; unit++)
            widest = Math.Max(widest, TextWidth.Of(Main(column, data.Columns[column.Index].Units[unit])));
        return Math.Min(column.Right, column.X + 2 + widest);
    }

    private void Units(PlacedColumn column)
    {
        var units = data.Columns[column.Index].Units;
        for (int unit = column.First; unit < column.First + column.Shown; unit++) Unit(column, units[unit], unit, column.RowOf(unit)!.Value);
        int hidden = units.Length - column.Shown;
        if (hidden > 0)
            Text.Line(region.Sub(column.X, column.Below, Math.Max(column.Width, 6), 1), 0, string.Create(CultureInfo.InvariantCulture, $"⋮ +{hidden}"), Role.Dim);
    }

    private void Unit(PlacedColumn column, UnitValue value, int unit, int row)
    {
        bool isLit = data.Focus.Nodes == column.Index && !column.IsRepeat, isChosen = isLit && data.Focus.Unit == unit;
        var (glyph, ink) = Glyph(value, isLit, isChosen);
        Style number = isChosen ? new Style(Role.Active).Reverse : isLit ? Role.Active : data.IsBackward && column.Index > 0 ? Role.Gradient : column.Index == 0 ? Role.Input : Role.Text;
        if (value.Main is { } main && !float.IsFinite(main)) number = Role.Bad;
        if (column.IsRepeat) (ink, number) = (Role.Dim, Role.Dim);
        if (column.Index == 0 && layout.Detail != UnitDetail.Dot)
        {
            string text = NetworkNumbers.Short(value.Main);
            region.Put(column.Right - 1, row, glyph, ink);
            region.Write(column.Right - 2 - text.Length, row, text, number);
            Text.Line(region.Sub(column.X, row, column.Width - 3 - text.Length, 1), 0, data.Network.InputName(unit), isChosen ? Role.Active : Role.Dim);
            return;
        }
        region.Put(column.X, row, glyph, ink);
        if (layout.Detail == UnitDetail.Dot) return;
        if (layout.Detail == UnitDetail.Line) Line(column, value, row, number);
        else Text.Line(Behind(column, row), 0, Main(column, value, Behind(column, row).Width), IsStacked(column) && value.Main is null ? Role.Dim : number);
        if (IsStacked(column) && value.Second is not null)
            Text.Line(Behind(column, row + 1), 0, Second(value, Behind(column, row + 1).Width), isLit && value.Main is null ? number : Role.Dim);
    }

    // A number that does not fit ends in …: one that is merely cut would be another number.
    private Region Behind(PlacedColumn column, int row) => region.Sub(column.X + 2, row, region.Width - column.X - 2, 1);

    private bool IsStacked(PlacedColumn column) => layout.Detail == UnitDetail.Stacked && column.Pitch > 1;

    private string Second(UnitValue value, int width = int.MaxValue)
    {
        string name = data.IsBackward ? "∂a " : "z ";
        return name + NetworkNumbers.Short(value.Second, width - name.Length);
    }

    private string Main(PlacedColumn column, UnitValue value, int width = int.MaxValue) => layout.Detail == UnitDetail.Line
        ? data.IsBackward ? $"∂L/∂z {NetworkNumbers.Short(value.Main)}" : $"z {NetworkNumbers.Short(value.Second)} → a {NetworkNumbers.Short(value.Main)}"
        : value.Main is null && value.Second is not null && !IsStacked(column) ? Second(value, width)
        : NetworkNumbers.Short(value.Main, width);

    private void Line(PlacedColumn column, UnitValue value, int row, Style number)
    {
        if (data.IsBackward)
        {
            Text.Line(Behind(column, row), 0, [new("∂L/∂z ", Role.Dim), new(NetworkNumbers.Short(value.Main), number)]);
            return;
        }
        bool isLit = number.Role == Role.Active, isZ = isLit && data.Focus.Edges == column.Index;
        Text.Line(Behind(column, row), 0, [
            new("z ", Role.Dim), new(NetworkNumbers.Short(value.Second), isZ ? number : Role.Text),
            new(" → a ", Role.Dim), new(NetworkNumbers.Short(value.Main), isLit && isZ ? Role.Text : number)]);
    }

    private static (string Glyph, Style Style) Glyph(UnitValue value, bool isLit, bool isChosen)
    {
        Style style = isLit ? Role.Active : Role.Text;
        return value.State switch
        {
            UnitState.Off => ("○", isLit ? style : Role.Dim),
            UnitState.OffInBatch => ("◌", isLit ? style : Role.Warning),
            UnitState.Dead => ("✗", Role.Bad),
            UnitState.Dropped => ("×", Role.Dim),
            _ => (isChosen ? "◉" : "●", style),
        };
    }

    private void Loss(PlacedColumn column)
    {
        int row = column.RowOf(0)!.Value;
        region.Put(column.X, row, "◆", data.Focus.IsLoss ? Role.Active : Role.Loss);
        if (layout.Detail == UnitDetail.Dot) return;
        Text.Line(Behind(column, row), 0, NetworkNumbers.Short(data.Loss, Behind(column, row).Width), data.Focus.IsLoss ? new Style(Role.Active).Reverse : Role.Loss);
        if (data.Target.Length == 1 && row + 1 < column.Top + column.Height)
            Text.Line(Behind(column, row + 1), 0, [new("y ", Role.Dim), new(NetworkNumbers.Short(data.Target[0]), Role.Input)]);
    }
}
