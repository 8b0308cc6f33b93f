using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>Reads one property of an options class.</summary>
internal sealed class OptionParser(
    Compilation compilation, UsageProblems problems, HashSet<string> outer, CancellationToken cancellationToken)
{
    /// <summary>The option; null when it cannot be bound.</summary>
    public OptionModel? Parse(IPropertySymbol property, INamedTypeSymbol owner)
    {
        var before = problems.Found.Count;
        if (Shape(property) is not { } option)
            return null;
        option = option with
        {
            Key = Key(property),
            IsRequired = property.IsRequired
                || property.Find("System.ComponentModel.DataAnnotations", "RequiredAttribute") is not null,
            IsSecret = property.Has("Secret"),
        };
        CheckKey(option, property);
        if (option.IsSecret && option.Reader != OptionReader.Text)
            Fail(
                property, property.Name, $"is [Secret] but of type '{property.Type.ShortName()}'",
                "Make it a 'string'; other types cannot be kept from being printed");
        option = new OptionRange(property, Fail).Apply(option);
        option = option with { Setting = Setting(property, owner, option.IsRequired) };
        return problems.Found.Count > before || problems.Any ? null : option;
    }

    void Fail(IPropertySymbol property, string subject, string fact, string remedy) =>
        problems.Add(UsageRule.OptionsCannotBeBound, property.Place(null, cancellationToken), subject, fact, remedy);

    OptionSetting Setting(IPropertySymbol property, INamedTypeSymbol owner, bool isRequired)
    {
        if (property.SetMethod is null)
            Fail(property, property.Name, "has [OptionKey] but cannot be set", "Give it an 'init' accessor");
        else if (isRequired)
            return OptionSetting.Initializer;
        else if (!property.SetMethod.IsInitOnly)
            return OptionSetting.Assignment;
        else if (!owner.IsRecord)
            Fail(
                property,
                property.Name, $"is optional and 'init' only, but '{owner.ShortName()}' is no record, "
                    + "so its default could not be kept",
                "Make the class a record, or the accessor 'set'");
        return OptionSetting.With;
    }

    // Of an option, or of an enum's member.
    static string Key(ISymbol named) =>
        named.Find("OptionKey")?.ConstructorArguments is [{ Value: string key }] ? key : SnakeCase.Of(named.Name);

    void CheckKey(OptionModel option, IPropertySymbol property)
    {
        if (option.Key.Length == 0 || !option.Key.All(IsBareKeyCharacter))
            Fail(
                property, option.Key, "cannot be a key in TOML without quotes",
                "Write a to z, 0 to 9, '_' and '-' in an [OptionKey]");
    }

    static bool IsBareKeyCharacter(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';

    OptionModel? Shape(IPropertySymbol property)
    {
        var type = property.Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        var option = new OptionModel(property.Name, "", OptionReader.Text, type.FullName(), OptionSetting.With);
        if (OptionTypes.Find(type) is { } known)
            return option with
            {
                Reader = known.Reader,
                Min = known.Min,
                Max = known.Max,
                Contract = known.Reader == OptionReader.Store
                    ? ((INamedTypeSymbol)type).TypeArguments[0].FullName()
                    : null,
            };
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } choice)
            return Choices(option, choice, property);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Class } table && table.Has("StorageOptions"))
            return Table(option, table);
        Fail(
            property, property.Name, $"is of type '{property.Type.ShortName()}', which cannot be read from TOML",
            "Use string, bool, a number, TimeSpan, Uri, an enum, a list of strings or another [StorageOptions] class");
        return null;
    }

    OptionModel? Choices(OptionModel option, INamedTypeSymbol type, IPropertySymbol property)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst)
            .Select(
                field => new ChoiceModel(Key(field), $"{type.FullName()}.{Literals.Name(field.Name)}"))
            .ToList();
        var twin = members.GroupBy(member => member.Name).FirstOrDefault(same => same.Count() > 1);
        if (members.Count > 0 && twin is null)
            return option with { Reader = OptionReader.Choice, Choices = members.ToEquatableArray() };
        Fail(
            property, property.Name,
            twin is null
                ? $"is of the enum '{type.ShortName()}', which has no member"
                : $"is of the enum '{type.ShortName()}', which has {twin.Count()} members that are "
                    + $"'{twin.Key}' in TOML",
            "Use an enum whose members differ in more than capitals and underscores");
        return null;
    }

    OptionModel? Table(OptionModel option, INamedTypeSymbol type)
    {
        // Options within themselves: the class is being read already, and what is wrong with it will be said there.
        var model = outer.Contains(type.FullName())
            ? new OptionsModel(type.FullName(), type.NamespaceName(), OptionsParser.BinderName(type))
            : new OptionsParser(compilation, new UsageProblems(), cancellationToken, outer).Parse(type);
        if (model is null)
        {
            problems.IsBrokenElsewhere = true;
            return null;
        }

        return option with { Reader = OptionReader.Table, Binder = model.BinderFullName };
    }
}
