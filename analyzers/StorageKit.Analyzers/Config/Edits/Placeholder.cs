using System.Globalization;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Config;

/// <summary>A value that an author can start from: of the right type, and no more.</summary>
internal static class Placeholder
{
    public static string For(OptionModel option, string driver) => option.Reader switch
    {
        OptionReader.Text when option.IsSecret => $"\"${{{SecretVariable.NameOf(driver, option.Key)}}}\"",
        OptionReader.Boolean => "false",
        OptionReader.Integer => Integer(option).ToString(CultureInfo.InvariantCulture),
        OptionReader.Number => Number(option).ToString("0.0###", CultureInfo.InvariantCulture),
        OptionReader.Duration => "\"30s\"",
        OptionReader.Address => "\"https://example.com/\"",
        OptionReader.Choice => $"\"{option.Choices.First().Name}\"",
        OptionReader.Texts or OptionReader.TextsCopied => "[]",
        OptionReader.Table => "{}",
        _ => "\"\"",
    };

    // Zero where it is allowed: the lowest value of an int is nobody's setting.
    static long Integer(OptionModel option)
    {
        var min = Bound(option.Min) ?? long.MinValue;
        var max = Bound(option.Max) ?? long.MaxValue;
        return Math.Min(Math.Max(0, min), max);
    }

    static long? Bound(string? literal) =>
        literal is null ? null : long.Parse(literal.TrimEnd('L'), CultureInfo.InvariantCulture);

    static double Number(OptionModel option)
    {
        var min = Limit(option.Min) ?? double.MinValue;
        var max = Limit(option.Max) ?? double.MaxValue;
        return Math.Min(Math.Max(0, min), max);
    }

    static double? Limit(string? literal) =>
        literal is null ? null : double.Parse(literal.TrimEnd('D'), CultureInfo.InvariantCulture);
}
