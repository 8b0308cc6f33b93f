using System.Globalization;
using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>Narrows an option's bounds to its <c>[Range]</c>.</summary>
internal sealed class OptionRange(IPropertySymbol property, Action<IPropertySymbol, string, string, string> fail)
{
    public OptionModel Apply(OptionModel option)
    {
        var range = property.Find("System.ComponentModel.DataAnnotations", "RangeAttribute");
        if (range is null)
            return option;
        if (option.Reader is not (OptionReader.Integer or OptionReader.Number))
            fail(property, property.Name, "has a [Range] but is no number", "Remove the [Range]");
        else if (range.ConstructorArguments is not [{ Value: int or double } min, { Value: int or double } max])
            fail(property, property.Name, "has a [Range] that is not made of two numbers", "Write '[Range(1, 1000)]'");
        else if (range.NamedArguments.Any(argument => argument is { Key: "MinimumIsExclusive" or "MaximumIsExclusive", Value.Value: true }))
            fail(property, property.Name, "has a [Range] that excludes a bound, which is not read", "Write bounds that are allowed values");
        else
            return option.Reader == OptionReader.Integer
                ? Integers(option, Bound(min), Bound(max))
                : Numbers(option, Bound(min), Bound(max));
        return option;
    }

    static double Bound(TypedConstant constant) => Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture);

    OptionModel Integers(OptionModel option, double low, double high)
    {
        var min = Math.Max(Parse(option.Min, long.MinValue), Clamp(Math.Ceiling(low)));
        var max = Math.Min(Parse(option.Max, long.MaxValue), Clamp(Math.Floor(high)));
        CheckNotEmpty(min <= max);
        return option with { Min = Literals.Integer(min), Max = Literals.Integer(max) };
    }

    OptionModel Numbers(OptionModel option, double low, double high)
    {
        CheckNotEmpty(low <= high);
        // The infinities stand for no bound; the type's own stays then.
        return option with
        {
            Min = low > ParseNumber(option.Min, double.MinValue) ? Literals.Number(low) : option.Min,
            Max = high < ParseNumber(option.Max, double.MaxValue) ? Literals.Number(high) : option.Max,
        };
    }

    void CheckNotEmpty(bool hasValue)
    {
        if (!hasValue)
            fail(property, property.Name, "has a [Range] that leaves no value", "Correct the bounds");
    }

    // The conversion of a double beyond long is undefined, and 2^63 is no long.
    static long Clamp(double bound) =>
        bound >= long.MaxValue ? long.MaxValue : bound <= long.MinValue ? long.MinValue : (long)bound;

    static long Parse(string? literal, long absent) =>
        literal is null ? absent : long.Parse(literal.TrimEnd('L'), CultureInfo.InvariantCulture);

    static double ParseNumber(string? literal, double absent) =>
        literal is null ? absent : double.Parse(literal.TrimEnd('D'), CultureInfo.InvariantCulture);
}
