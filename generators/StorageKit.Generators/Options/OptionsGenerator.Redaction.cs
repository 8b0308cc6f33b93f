using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class OptionsGenerator
{
    /// <summary>The half of a partial record that keeps its secrets out of <c>ToString</c>, and of what a debugger
    /// shows when it opens the record.</summary>
    static void EmitRedaction(SourceWriter writer, RedactionModel redaction)
    {
        var name = Literals.Name(redaction.Name);
        writer.WriteLine();
        if (redaction.IsForDebuggers)
            writer.WriteLine("[global::System.Diagnostics.DebuggerDisplay(\"{ToString(),nq}\")]")
                .WriteLine($"[global::System.Diagnostics.DebuggerTypeProxy(typeof({name}.StorageKitDebugView))]");
        writer.WriteLine($"partial record {name}").OpenBlock();
        writer.WriteLine("// The compiler's own would print the secrets.");
        writer.WriteLine($"{redaction.Modifiers} bool PrintMembers(global::System.Text.StringBuilder builder)")
            .OpenBlock();
        var separator = "";
        foreach (var member in redaction.Members)
        {
            writer.WriteLine($"builder.Append(\"{separator}{member.Name} = \").Append({Shown(member, "")});");
            separator = ", ";
        }

        writer.WriteLine("return true;").CloseBlock();
        if (redaction.IsForDebuggers)
            EmitDebugView(writer, redaction, name);
        writer.CloseBlock();
    }

    static void EmitDebugView(SourceWriter writer, RedactionModel redaction, string name)
    {
        writer.WriteLine().WriteLine("// What a debugger shows in place of the properties.");
        writer.WriteLine(GeneratedFile.Attribute);
        writer.WriteLine($"internal sealed class StorageKitDebugView({name} record)").OpenBlock();
        foreach (var member in redaction.Members)
            writer.WriteLine($"public object? {Literals.Name(member.Name)} => {Shown(member, "record.")};");
        writer.CloseBlock();
    }

    static string Shown(RedactedMember member, string of)
    {
        var value = of + Literals.Name(member.Name);
        return member.IsSecret ? $"({value} is null ? \"\" : \"***\")" : $"(object?){value}";
    }
}
