using System.Globalization;
using System.Numerics;

namespace Core;

/// <summary>A trace as CSV: one line per number, its index counted from 0 in the columns i, j, k, …, empty where the value has fewer dimensions.</summary>
public sealed class TraceCsv(TextWriter output)
{
    private const int Dimensions = 6;
    private bool hasHeader;

    /// <summary>One line per number of the record, after the header line if it is the first.</summary>
    public void Write<T>(TraceRecord<T> record)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!hasHeader) output.Write("update,step,phase,name,i,j,k,l,m,n,value\n");
        hasHeader = true;
        var start = string.Create(CultureInfo.InvariantCulture, $"{record.Update},{record.Step},{PhaseNames.Of(record.Phase)},{record.Name}");
        var index = new int[record.Shape.Length];
        foreach (var value in record.Values)
        {
            output.Write(start);
            for (var d = 0; d < Dimensions; d++)
            {
                output.Write(',');
                if (d < index.Length) output.Write(index[d].ToString(CultureInfo.InvariantCulture));
            }

            output.Write($",{TraceDigits.Of(value)}\n");
            for (var d = index.Length - 1; d >= 0 && ++index[d] == record.Shape[d]; d--) index[d] = 0;
        }
    }
}
