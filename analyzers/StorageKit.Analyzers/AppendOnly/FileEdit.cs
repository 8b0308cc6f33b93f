using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>The change that makes a call append, where the rest of the code may stay as it is.</summary>
internal static class FileEdit
{
    static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;

    public static ImmutableDictionary<string, string?> Of(Effect effect)
    {
        if (ApiCall.From(effect.Operation) is not { } call)
            return None;
        return (call.Member.ContainingType.Name, call.Member.Name, effect.Operation.Syntax) switch
        {
            ("File", var name, InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
                when Appending(name) is { } appending && !IsMadeFromFile(effect) =>
                TextEdit.Write(access.Name.Identifier.Span, appending),
            ("FileStream", ".ctor", _) when call.Argument("access") is null or IFieldReferenceOperation
                { Field.Name: "Write" } => Mode(call),
            ("StreamWriter", ".ctor", _) when call.Argument("append") is { } append && !IsDefault(append) =>
                TextEdit.Write(append.Syntax.Span, "true"),
            ("StreamWriter", ".ctor", ObjectCreationExpressionSyntax { ArgumentList.CloseParenToken: var close })
                when call.Arguments.Count() == 1 => Insert(close),
            ("StreamWriter", ".ctor",
                ImplicitObjectCreationExpressionSyntax { ArgumentList.CloseParenToken: var close })
                when call.Arguments.Count() == 1 => Insert(close),
            _ => None,
        };
    }

    static string? Appending(string method) => method switch
    {
        "WriteAllText" => "AppendAllText",
        "WriteAllTextAsync" => "AppendAllTextAsync",
        "WriteAllLines" => "AppendAllLines",
        "WriteAllLinesAsync" => "AppendAllLinesAsync",
        "CreateText" => "AppendText",
        _ => null,
    };

    /// <summary>What was loaded, extended and saved would stand in the file twice.</summary>
    static bool IsMadeFromFile(Effect effect) => effect.Values.Any(value =>
        ValueFlow.ReadsBehind(value, effect.Frame).Count > 0
        || value.DescendantsAndSelf().Any(operation => operation is IFieldReferenceOperation));

    static ImmutableDictionary<string, string?> Mode(ApiCall call) =>
        call.Argument("mode") is { } mode
        && Operands.Unwrap(mode) is { Syntax: MemberAccessExpressionSyntax { Name: var name } }
            ? TextEdit.Write(name.Span, "Append") : None;

    static bool IsDefault(IOperation argument) =>
        argument.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue };

    static ImmutableDictionary<string, string?> Insert(SyntaxToken close) =>
        TextEdit.Write(new TextSpan(close.SpanStart, 0), ", append: true");
}
