using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Records;

/// <summary>Calls that make what they are given visible: logs, traces, consoles, exceptions.</summary>
/// <param name="Name">As messages name it.</param>
/// <param name="Values">What becomes visible.</param>
internal sealed record SecretSink(string Name, IEnumerable<IOperation> Values)
{
    public static SecretSink? Of(IOperation operation) => operation switch
    {
        IInvocationOperation call when NameOf(call.TargetMethod) is { } name => new(name, ArgumentsOf(call)),
        IObjectCreationOperation { Type: { } type } creation when IsException(type) =>
            new("an exception", creation.Arguments.Select(argument => argument.Value)
                .Where(value => value.Type?.SpecialType == SpecialType.System_String)),
        _ => null,
    };

    static IEnumerable<IOperation> ArgumentsOf(IInvocationOperation call) =>
        call.Arguments.SelectMany(argument => Operands(argument.Value));

    /// <summary>The values of a params array one by one.</summary>
    static IEnumerable<IOperation> Operands(IOperation value) =>
        value is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues : [value];

    static string? NameOf(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return (type.ContainingNamespace.FullName(), type.Name) switch
        {
            ("Microsoft.Extensions.Logging", "LoggerExtensions" or "ILogger") => "a log",
            ("System", "Console") when method.Name is "Write" or "WriteLine" => "the console",
            ("System.IO", "TextWriter") when method.Name.StartsWith("Write", StringComparison.Ordinal)
                && method.IsStatic => "a log",
            ("System.Diagnostics", "Trace" or "Debug" or "TraceSource") => "a trace",
            ("System.Diagnostics", "Activity") when method.Name is "SetTag" or "AddTag" or "SetBaggage" or "AddBaggage"
                or "AddEvent" or "SetStatus" => "a trace",
            ("System.Diagnostics", "Debugger") when method.Name == "Log" => "a log",
            ("Serilog", "ILogger" or "Log") => "a log",
            ("NLog", "Logger") => "a log",
            _ when method.GetAttributes().Any(attribute => attribute.AttributeClass is
                { Name: "LoggerMessageAttribute", ContainingNamespace.Name: "Logging" }) => "a log",
            _ when IsEventSource(type) && method.Name == "WriteEvent" => "a trace",
            _ => null,
        };
    }

    static bool IsEventSource(INamedTypeSymbol type) =>
        type.Name == "EventSource" && type.ContainingNamespace.FullName() == "System.Diagnostics.Tracing";

    static bool IsException(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (current.Name == "Exception" && current.ContainingNamespace.Name == "System")
                return true;
        return false;
    }
}
