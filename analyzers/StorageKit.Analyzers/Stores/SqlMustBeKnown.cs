namespace StorageKit.Analyzers.Stores;

/// <summary>
/// SK0005: of the SQL that a contract's member runs, at least a skeleton is known: its verb, if not its table. What is
/// read from a file or an option when the program runs can do anything, and no other rule can say so.
/// </summary>
internal sealed class SqlMustBeKnown() : StoreRule(Descriptors.SK0005_SqlMustBeKnown)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
            foreach (var frame in store.FramesOf(member.Implementation))
                foreach (var operand in frame.UnknownTexts)
                    yield return new(operand.Syntax.GetLocation(), frame, [member.DisplayName]);
    }
}
