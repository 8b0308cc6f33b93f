using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>What to do about a parameter that the registry cannot supply.</summary>
internal static class UnknownParameter
{
    public static string Remedy(
        IParameterSymbol parameter, INamedTypeSymbol owner, IMethodSymbol maker, bool isStore,
        Compilation compilation) =>
        parameter.Type switch
        {
            _ when parameter.RefKind is not (RefKind.None or RefKind.In) => "Take it by value",
            var tenant when tenant.Is("StorageKit", "TenantId") =>
                "A resource serves all tenants: ask for the tenant in the stores instead",
            var token when token.Is("System.Threading", "CancellationToken")
                && maker.MethodKind == MethodKind.Constructor =>
                $"Open '{owner.Name}' in a static 'OpenAsync' that takes the token",
            INamedTypeSymbol { Arity: 0 } logger when logger.Is("Microsoft.Extensions.Logging", "ILogger") =>
                $"Ask for 'ILogger<{owner.Name}>'",
            INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type
                when !type.IsForeign(compilation) =>
                $"Mark '{type.ShortName()}' with [StorageResource] or [StorageOptions], "
                + "or give the parameter a default",
            INamedTypeSymbol type when IsOptionLike(type) =>
                $"Make '{parameter.Name}' a property of the driver's [StorageOptions] class and ask for that",
            _ => isStore
                ? "Ask for the driver's options or resources, 'TenantId', 'TimeProvider', "
                    + "'KeyRing', 'ILoggerFactory' or 'ILogger<T>', or give the parameter a default"
                : "Ask for the driver's options or other resources, 'TimeProvider', 'KeyRing', 'ILoggerFactory' or "
                    + "'ILogger<T>', or give the parameter a default",
        };

    static bool IsOptionLike(INamedTypeSymbol type) =>
        type.SpecialType is not (SpecialType.None or SpecialType.System_Object)
            || type.Is("System", "TimeSpan") || type.Is("System", "Uri");
}
