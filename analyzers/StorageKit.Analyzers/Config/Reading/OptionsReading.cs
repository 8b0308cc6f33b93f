using System.Globalization;
using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;
using StorageKit.Toml;

namespace StorageKit.Analyzers.Config;

/// <summary>
/// Asks a section for the options of a class as the generated binder would: the same calls, in the same order, with the
/// same bounds. The values are thrown away; the reader keeps what is wrong.
/// </summary>
internal sealed class OptionsReading(Compilation compilation, ReadingNotes notes, CancellationToken cancellationToken)
{
    public object? Read(SectionReader section, INamedTypeSymbol type)
    {
        var options = new OptionsParser(compilation, new UsageProblems(), cancellationToken).Parse(type);
        if (options is null) return null;
        foreach (var option in options.Options)
        {
            var before = section.Errors.Count;
            Read(section, option, type);
            if (section.Errors.Count > before && section.Errors[before].Fault == ConfigFault.Missing)
                notes.Missing.Add(new(section.Errors[before], section.Section, option));
            if (option.IsSecret && section.Section?[option.Key] is TomlString text)
                notes.Secrets.Add(new(section.Path, option.Key, text));
        }
        section.Complete();
        return type;
    }

    void Read(SectionReader section, OptionModel option, INamedTypeSymbol owner)
    {
        var flags = (option.IsRequired ? OptionFlags.Required : 0) | (option.IsSecret ? OptionFlags.Secret : 0);
        switch (option.Reader)
        {
            case OptionReader.Text: section.Text(option.Key, flags); break;
            case OptionReader.Boolean: section.Boolean(option.Key, flags); break;
            case OptionReader.Integer:
                section.Integer(
                    option.Key, flags, Integer(option.Min) ?? long.MinValue, Integer(option.Max) ?? long.MaxValue);
                break;
            case OptionReader.Number:
                section.Number(
                    option.Key, flags, Number(option.Min) ?? double.MinValue, Number(option.Max) ?? double.MaxValue);
                break;
            case OptionReader.Duration: section.Duration(option.Key, flags); break;
            case OptionReader.Address: section.Address(option.Key, flags); break;
            case OptionReader.Choice:
                section.Choice(option.Key, [.. option.Choices.Select(choice => (choice.Name, choice.Member))], flags);
                break;
            case OptionReader.Table:
                section.Table(option.Key, table => TypeOf(option, owner) is { } type ? Read(table, type) : null, flags);
                break;
            case OptionReader.Store:
                section.Store(option.Key, flags, KindOf(TypeOf(option, owner)));
                break;
            default: section.Texts(option.Key, flags); break;
        }
    }

    static INamedTypeSymbol? TypeOf(OptionModel option, INamedTypeSymbol owner)
    {
        for (var type = owner; type is not null; type = type.BaseType)
            if (type.GetMembers(option.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                return property.Type as INamedTypeSymbol;
        return null;
    }

    static string? KindOf(INamedTypeSymbol? reference) =>
        reference is { TypeArguments: [var contract] }
        && contract.Find("StorageContract")?.ConstructorArguments is [{ Value: string kind }] ? kind : null;

    static long? Integer(string? literal) =>
        literal is null ? null : long.Parse(literal.TrimEnd('L'), CultureInfo.InvariantCulture);

    static double? Number(string? literal) =>
        literal is null ? null : double.Parse(literal.TrimEnd('D'), CultureInfo.InvariantCulture);
}
