using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Records;

/// <summary>What is marked as a secret, and which calls keep, open or print one.</summary>
internal static class SecretMarks
{
    public static bool Has(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass is
            { Name: "SecretAttribute", ContainingNamespace: { Name: "StorageKit",
                ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Decrypt of what answers the plain text; AesGcm writes it into a buffer instead.</summary>
    public static bool Opens(IMethodSymbol method) =>
        !method.ReturnsVoid && method.Name is "Unprotect" or "DecryptCbc" or "DecryptEcb" or "DecryptCfb" or "Decrypt"
        && InCryptography(method);

    /// <summary>The plain text of AesGcm, AesCcm and ChaCha20Poly1305.</summary>
    public static IOperation? BufferThatGetsPlainText(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Decrypt", ReturnsVoid: true } && InCryptography(call.TargetMethod)
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "plaintext")?.Value
            : null;

    /// <summary>True for calls whose answer has the content of what they are given: encodings, copies, cuts.</summary>
    public static bool KeepsContent(IMethodSymbol method)
    {
        var type = method.ContainingType;
        for (var current = type; current is not null; current = current.BaseType)
            if (current.Name == "Encoding" && current.ContainingNamespace.FullName() == "System.Text")
                return method.Name is "GetString" or "GetBytes";
        if (method.Name is "ToArray" or "ToList" or "Select" or "AsEnumerable")
            return true;
        return type.ContainingNamespace.FullName() switch
        {
            "System" => type.Name switch
            {
                "String" => method.Name is not ("IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals" or "Compare"
                    or "CompareOrdinal" or "GetHashCode" or "IndexOf" or "Contains" or "StartsWith" or "EndsWith"),
                "Convert" => method.Name is "ToBase64String" or "ToHexString" or "ToHexStringLower"
                    or "FromBase64String",
                "BitConverter" => method.Name == "ToString",
                "Memory" or "ReadOnlyMemory" or "Span" or "ReadOnlySpan" => method.Name is "Slice" or "ToString",
                "MemoryExtensions" => method.Name is "AsSpan" or "AsMemory" or "Trim",
                "Object" => method.Name is "ToString",
                _ => false,
            },
            _ => false,
        };
    }

    /// <summary>A record prints its text, but of its bytes only the type.</summary>
    public static bool Prints(IOperation argument) =>
        argument.Type?.SpecialType == SpecialType.System_String;

    static bool InCryptography(IMethodSymbol method) =>
        method.ContainingType.ContainingNamespace.FullName()
            is "System.Security.Cryptography" or "Microsoft.AspNetCore.DataProtection";
}
