using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// SK3006: a key or id that a caller gives to a contract member does not become a part of SQL, of a script or of a
/// path.
/// </summary>
internal sealed class KeyMustNotBeSpliced() : StoreRule(Descriptors.SK3006_KeyMustNotBeSpliced)
{
    const string UseParameters = "Pass it as a parameter";
    const string UseArguments = "Pass it in KEYS or ARGV";
    const string UseHash = "Name the file by a hash of it, or refuse separators and '..'";

    public override IEnumerable<Violation> Find(Store store)
    {
        var texts = new CallerText(store);
        foreach (var member in store.Members)
        {
            foreach (var effect in store.EffectsOf(member.Implementation))
                if (effect.Text is { Operand.Type.Name: not "FormattableString" } text
                    && effect.Technology.Name != "Redis")
                    foreach (var hole in text.Holes)
                        if (texts.SourceOf(hole.Value, hole.Frame) is { } key)
                        {
                            yield return At(effect, member.DisplayName, key, "an SQL statement", UseParameters);
                            break;
                        }

            foreach (var frame in store.FramesOf(member.Implementation))
                foreach (var operation in frame.OwnOperations)
                    if (ScriptOf(operation) is { } script && Splice(script, frame, texts) is { } spliced)
                        yield return At(
                            MemberEffect.At(operation, frame), member.DisplayName, spliced, "a script", UseArguments);
                    else if (PathOf(operation) is { } path && texts.Find(path, frame) is
                        { Type.SpecialType: SpecialType.System_String, Name: var name })
                        yield return At(
                            MemberEffect.At(operation, frame), member.DisplayName, name, "a path", UseHash);
        }
    }

    static string? Splice(IOperation script, Frame frame, CallerText texts)
    {
        foreach (var text in CommandTextResolver.Resolve(script, frame))
            foreach (var hole in text.Holes)
                if (texts.SourceOf(hole.Value, hole.Frame) is { } key)
                    return key;
        return null;
    }

    static IOperation? ScriptOf(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "ScriptEvaluate" or "ScriptEvaluateAsync"
            or "Prepare" } method } call
        && method.ContainingType.ContainingNamespace.FullName() == "StackExchange.Redis"
            ? call.Arguments.FirstOrDefault(argument =>
                argument.Value.Type?.SpecialType == SpecialType.System_String)?.Value
            : null;

    static IOperation? PathOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: "File"
            or "Directory" } type } } call
            when IsIO(type) => FirstText(call.Arguments),
        IObjectCreationOperation { Type: { Name: "FileStream" or "StreamWriter" or "StreamReader" or "FileInfo"
            or "DirectoryInfo" } type } creation
            when IsIO(type) => FirstText(creation.Arguments),
        _ => null,
    };

    static bool IsIO(ITypeSymbol type) => type.ContainingNamespace.FullName() == "System.IO";

    static IOperation? FirstText(IEnumerable<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0
            && argument.Parameter.Type.SpecialType == SpecialType.System_String)?.Value;
}
