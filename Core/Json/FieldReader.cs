namespace Core;

/// <summary>
/// Reads the fields of a checked object: absent ones have the default their <see cref="Field"/> states. Also reads unchecked objects without failing:
/// a value of the wrong kind (already reported by the check) counts as absent.
/// </summary>
public sealed class FieldReader
{
    private readonly ObjectSpec _spec;

    internal FieldReader(JsonValue value, ObjectSpec spec) => (Value, _spec) = (value, spec);

    /// <summary>The object itself.</summary>
    public JsonValue Value { get; }

    /// <summary>The field, or its default, or null.</summary>
    public JsonValue? this[string name]
    {
        get
        {
            var field = _spec.Fields.FirstOrDefault(field => field.Name == name)
                ?? throw new ArgumentException($"{_spec.Name} has no field {name}; it has {string.Join(", ", _spec.Names(null))}");
            return Value[name] is { } value && field.Spec.Takes(value.Kind) ? value : field.DefaultValue;
        }
    }

    /// <summary>Whether the field is written in the file.</summary>
    public bool Has(string name) => Value[name] is not null;

    /// <summary>A number; NaN when absent without default.</summary>
    public double Number(string name) => this[name]?.Number ?? double.NaN;

    /// <summary>A number, or null when absent.</summary>
    public double? NumberOrNull(string name) => this[name]?.Number;

    /// <summary>A whole number (saturated); 0 when absent without default.</summary>
    public int Integer(string name) => IntegerOrNull(name) ?? 0;

    /// <summary>A whole number (saturated), or null when absent.</summary>
    public int? IntegerOrNull(string name) => this[name] is { } value ? (int)Math.Clamp(value.Number, int.MinValue, int.MaxValue) : null;

    /// <summary>A long whole number, or null when absent.</summary>
    public long? LongOrNull(string name) => this[name] is { } value ? (long)Math.Clamp(value.Number, -9e15, 9e15) : null;

    /// <summary>true or false; false when absent without default.</summary>
    public bool Boolean(string name) => this[name]?.Boolean ?? false;

    /// <summary>Text; empty when absent without default.</summary>
    public string Text(string name) => this[name]?.Text ?? "";

    /// <summary>Text, or null when absent.</summary>
    public string? TextOrNull(string name) => this[name]?.Text;

    /// <summary>The texts of a list, or null when absent.</summary>
    public IReadOnlyList<string>? Texts(string name) => this[name]?.Items.Select(item => item.Text).ToArray();
}
