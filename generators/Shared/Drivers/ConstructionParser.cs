using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>Chooses the constructor or <c>OpenAsync</c> of one class and reads its parameters.</summary>
internal sealed class ConstructionParser(
    Compilation compilation, UsageProblems problems, CancellationToken cancellationToken)
{
    readonly List<PartNeed> _needs = [];

    /// <summary>The resources and options among the parameters.</summary>
    public IReadOnlyList<PartNeed> Needs => _needs;

    public ConstructionModel? Parse(INamedTypeSymbol type, Location place, bool isStore)
    {
        var maker = Choose(type, place);
        if (maker is null)
            return null;
        if (ObsoleteError.Of(maker) is var (fact, remedy))
            return Fail(place, type, fact, remedy);
        if (maker.MethodKind == MethodKind.Constructor && UnsetRequiredMember(type, maker) is { } member)
            return Fail(
                place, type, $"has the required member '{member}', which the registry does not set",
                "Ask for it in the constructor instead");
        var arguments = new List<ArgumentModel>();
        var skipped = false;
        foreach (var parameter in maker.Parameters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Argument(parameter, maker, isStore) is { } argument)
                arguments.Add(argument with { Label = skipped ? Literals.Name(parameter.Name) : null });
            else if (parameter.IsOptional || parameter.IsParams)
                skipped = true;
            else
                Reject(parameter, type, maker, isStore);
        }

        return new(maker.MethodKind != MethodKind.Constructor, arguments.ToEquatableArray());
    }

    ConstructionModel? Fail(Location place, INamedTypeSymbol type, string fact, string remedy)
    {
        problems.Add(UsageRule.DriverCannotBeConstructed, place, type.ShortName(), fact, remedy);
        return null;
    }

    IMethodSymbol? Choose(INamedTypeSymbol type, Location place)
    {
        var all = type.InstanceConstructors.Where(constructor => !IsCopy(constructor, type)).ToList();
        var marked = all.Where(constructor => constructor.Has("StorageConstructor")).ToList();
        var openers =
            type.GetMembers("OpenAsync").OfType<IMethodSymbol>().Where(method => Opens(method, type)).ToList();
        var accessible = all.Where(IsAccessible).ToList();
        if (marked.Count == 0 && openers.Count == 0 && Misshapen(type) is var (opener, flaw))
        {
            Fail(
                opener.Place(null, cancellationToken), type, $"has a static 'OpenAsync' that is not called: {flaw}",
                $"Make it 'public static ValueTask<{type.Name}> OpenAsync(…)', or rename it");
            return null;
        }
        var candidates = marked.Count > 0 ? marked : openers.Count > 0 ? openers : accessible;
        if (candidates.Count == 1 && IsAccessible(candidates[0]))
            return candidates[0];
        var (fact, remedy) = (candidates.Count, openers.Count) switch
        {
            (0, _) => ("has no accessible constructor",
                "Make one public or internal, or add a static 'OpenAsync' that returns 'ValueTask<" + type.Name + ">'"),
            (1, _) => ("has a constructor with [StorageConstructor] that is not accessible",
                "Make it public or internal"),
            _ when marked.Count > 1 => ($"has {marked.Count} constructors with [StorageConstructor]",
                "Leave the attribute on one of them"),
            (_, > 1) => ($"has {openers.Count} methods 'OpenAsync' that return one",
                "Leave one, or mark a constructor with [StorageConstructor]"),
            _ => ($"has {accessible.Count} accessible constructors",
                "Mark the one that the registry shall call with [StorageConstructor]"),
        };
        Fail(place, type, fact, remedy);
        return null;
    }

    bool IsAccessible(IMethodSymbol method) => compilation.IsSymbolAccessibleWithin(method, compilation.Assembly);

    /// <summary>A static <c>Task&lt;T&gt; OpenAsync</c> or <c>ValueTask&lt;T&gt; OpenAsync</c> of the class.</summary>
    bool Opens(IMethodSymbol method, INamedTypeSymbol type) =>
        method is { IsStatic: true,
            TypeParameters.Length: 0, ReturnType: INamedTypeSymbol { TypeArguments: [var opened] } task }
        && (task.Is("System.Threading.Tasks", "ValueTask") || task.Is("System.Threading.Tasks", "Task"))
        && SymbolEqualityComparer.Default.Equals(opened, type)
        && opened.NullableAnnotation != NullableAnnotation.Annotated
        && IsAccessible(method);

    /// <summary>A static <c>OpenAsync</c> that was surely meant to be called, and why it is not.</summary>
    (IMethodSymbol Opener, string Flaw)? Misshapen(INamedTypeSymbol type)
    {
        var opener = type.GetMembers("OpenAsync").OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.IsStatic && GivesOne(method.ReturnType, type));
        if (opener is null)
            return null;
        return (opener,
            opener.TypeParameters.Length > 0 ? "it is generic"
            : !IsAccessible(opener) ? "it is not accessible"
            : $"it returns '{opener.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'");
    }

    // One that gives something else, a stream or a connection, is the author's own.
    static bool GivesOne(ITypeSymbol returned, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(returned, type)
        || (returned is INamedTypeSymbol { TypeArguments: [var inner] }
            && SymbolEqualityComparer.Default.Equals(inner, type));

    static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters is [{ Type: var only }]
            && SymbolEqualityComparer.Default.Equals(only, type);

    static string? UnsetRequiredMember(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (constructor.Find("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") is not null)
            return null;
        for (var current = type; current is not null; current = current.BaseType)
            foreach (var member in current.GetMembers())
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                    return member.Name;
        return null;
    }

    ArgumentModel? Argument(IParameterSymbol parameter, IMethodSymbol maker, bool isStore)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.Type is not INamedTypeSymbol type)
            return null;
        if (KindOf(type) is not { } kind
            || (kind == ArgumentKind.Tenant && !isStore)
            || (kind == ArgumentKind.CancellationToken && maker.MethodKind == MethodKind.Constructor))
            return null;
        if (kind is ArgumentKind.Options or ArgumentKind.Resource)
            _needs.Add(new(kind, type, PlaceOf(parameter)));
        return new(kind, (kind == ArgumentKind.Logger ? type.TypeArguments[0] : type).FullName(), null);
    }

    static ArgumentKind? KindOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Class } when type.Has("StorageOptions") => ArgumentKind.Options,
        { TypeKind: TypeKind.Class } when type.Has("StorageResource") => ArgumentKind.Resource,
        _ when type.Is("StorageKit", "TenantId") => ArgumentKind.Tenant,
        _ when type.Is("System", "TimeProvider") => ArgumentKind.Time,
        { NullableAnnotation: NullableAnnotation.Annotated } when type.Is("StorageKit", "KeyRing") =>
            ArgumentKind.KeyRing,
        _ when type.Is("StorageKit", "KeyRing") => ArgumentKind.RequiredKeyRing,
        _ when type.Is("Microsoft.Extensions.Logging", "ILoggerFactory") => ArgumentKind.LoggerFactory,
        { TypeArguments.Length: 1 } when type.Is("Microsoft.Extensions.Logging", "ILogger") => ArgumentKind.Logger,
        _ when type.Is("System.Threading", "CancellationToken") => ArgumentKind.CancellationToken,
        _ => null,
    };

    void Reject(IParameterSymbol parameter, INamedTypeSymbol type, IMethodSymbol maker, bool isStore) => problems.Add(
        UsageRule.DriverCannotBeConstructed, PlaceOf(parameter),
        type.ShortName(),
        $"asks for '{parameter.Name}' of type '{parameter.Type.ShortName()}', which the registry cannot supply",
        UnknownParameter.Remedy(parameter, type, maker, isStore, compilation));

    Location PlaceOf(IParameterSymbol parameter) => parameter.Place(null, cancellationToken);
}
