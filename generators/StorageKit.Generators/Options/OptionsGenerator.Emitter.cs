using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class OptionsGenerator
{
    static void Emit(SourceProductionContext output, OptionsFile file)
    {
        var options = file.Options;
        var writer = GeneratedFile.Start();
        if (options.Namespace.Length > 0)
            writer.WriteLine($"namespace {options.Namespace};\n");
        writer.WriteLine($"/// <summary>Reads <see cref=\"{options.FullName}\"/> from a TOML table.</summary>");
        writer.WriteLine(GeneratedFile.Attribute);
        writer.WriteLine($"{(options.IsPublic ? "public" : "internal")} static class {options.BinderName}").OpenBlock();
        EmitBind(writer, options);
        writer.CloseBlock();
        if (options.Redaction is { } redaction)
            EmitRedaction(writer, redaction);
        output.AddSource(file.FileName, writer.ToString());
    }

    static void EmitBind(SourceWriter writer, OptionsModel options)
    {
        writer.WriteLine(
            "/// <summary>Reads every option; null when the section has errors, "
            + "which the reader then holds.</summary>");
        writer.WriteLine($"public static {options.FullName}? Bind(global::StorageKit.SectionReader section)")
            .OpenBlock();
        foreach (var option in options.Options)
            writer.WriteLine($"var read{option.Name} = {Read(option)};");
        writer.WriteLine("if (!section.Complete())").WriteLine("    return null;");
        EmitConstruction(writer, options);
        foreach (var option in options.Options)
        {
            if (option.Setting == OptionSetting.Initializer)
                continue;
            writer.WriteLine($"if (read{option.Name}.IsSet)");
            writer.WriteLine(option.Setting == OptionSetting.With
                ? $"    options = options with {{ {Literals.Name(option.Name)} = {Value(option)} }};"
                : $"    options.{Literals.Name(option.Name)} = {Value(option)};");
        }

        writer.WriteLine("return options;").CloseBlock();
    }

    static void EmitConstruction(SourceWriter writer, OptionsModel options)
    {
        var required = options.Options.Where(option => option.Setting == OptionSetting.Initializer).ToList();
        if (required.Count == 0)
        {
            writer.WriteLine($"var options = new {options.FullName}();");
            return;
        }

        writer.WriteLine($"var options = new {options.FullName}").OpenBlock();
        foreach (var option in required)
            writer.WriteLine($"{Literals.Name(option.Name)} = {Value(option)},");
        writer.CloseBlock(";");
    }

    static string Read(OptionModel option)
    {
        var key = Literals.Text(option.Key);
        var flags = "global::StorageKit.OptionFlags." + (option.IsRequired, option.IsSecret) switch
        {
            (true, true) => "Required | global::StorageKit.OptionFlags.Secret",
            (true, false) => "Required",
            (false, true) => "Secret",
            _ => "None",
        };
        var bounds = (option.Min is null ? "" : $", min: {option.Min}")
            + (option.Max is null ? "" : $", max: {option.Max}");
        return option.Reader switch
        {
            OptionReader.Choice => $"section.Choice<{option.Type}>({key}, [{Choices(option)}], {flags})",
            OptionReader.Table => $"section.Table<{option.Type}>({key}, {option.Binder}.Bind, {flags})",
            OptionReader.Store => $"section.Store<{option.Contract}>({key}, {flags})",
            OptionReader.TextsCopied => $"section.Texts({key}, {flags})",
            var reader => $"section.{reader}({key}, {flags}{bounds})",
        };
    }

    static string Choices(OptionModel option) =>
        string.Join(", ", option.Choices.Select(choice => $"({Literals.Text(choice.Name)}, {choice.Member})"));

    static string Value(OptionModel option) => option.Reader switch
    {
        OptionReader.Integer or OptionReader.Number => $"({option.Type})read{option.Name}.Value",
        OptionReader.TextsCopied => $"[.. read{option.Name}.Value]",
        _ => $"read{option.Name}.Value",
    };
}
