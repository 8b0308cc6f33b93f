using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>What a StringBuilder was given, in the order in which it is written, conditions aside.</summary>
internal static class BuiltText
{
    /// <summary>The operands that make up the text, or null for a builder that comes from elsewhere.</summary>
    public static IReadOnlyList<IOperation>? Of(IOperation builder, Frame frame)
    {
        var parts = new List<IOperation>();
        return Add(builder, frame, parts, followLocal: true) ? parts : null;
    }

    static bool Add(IOperation builder, Frame frame, List<IOperation> parts, bool followLocal)
    {
        builder = Operands.Unwrap(builder);
        switch (builder)
        {
            case IObjectCreationOperation { Type.Name: "StringBuilder" } creation:
                AddText(creation.Arguments, parts);
                return true;
            case IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "StringBuilder" },
                Instance: { } instance } call:
                if (!Add(instance, frame, parts, followLocal))
                    return false;
                if (name is "Append" or "AppendLine")
                    AddText(call.Arguments, parts);
                return true;
            case ILocalReferenceOperation { Local: var local } when !followLocal:
                return true;
            case ILocalReferenceOperation { Local: var local } use
                when frame.Body.DefinitionsOf(use) is [var definition]
                    && Add(definition, frame, parts, followLocal: true):
                foreach (var operation in frame.Operations)
                    if (operation is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } append
                        && append.Syntax.SpanStart < use.Syntax.SpanStart && IsOutermost(append)
                        && Operands.RootOf(append) is ILocalReferenceOperation root
                        && SymbolEqualityComparer.Default.Equals(root.Local, local))
                        Add(append, frame, parts, followLocal: false);
                return true;
            default:
                return false;
        }
    }

    static void AddText(IEnumerable<IArgumentOperation> arguments, List<IOperation> parts)
    {
        foreach (var argument in arguments)
            if (argument.Parameter?.Type.SpecialType is SpecialType.System_String or SpecialType.System_Char
                or SpecialType.System_Object)
                parts.Add(argument.Value);
            else if (HandlerText(argument.Value) is { } text)
                parts.Add(text);
    }

    /// <summary><c>Append($"…")</c> goes through a handler that holds the interpolated text.</summary>
    static IOperation? HandlerText(IOperation value) =>
        Operands.Unwrap(value) is IInterpolatedStringHandlerCreationOperation { Content: var content } ? content : null;

    /// <summary>Of a chain of calls the last one, which has the others in it.</summary>
    static bool IsOutermost(IInvocationOperation call) =>
        !(call.Parent is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" });
}
