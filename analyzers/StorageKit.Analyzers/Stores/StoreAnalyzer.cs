using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Analyzers.AppendOnly;
using StorageKit.Analyzers.AtomicCounter;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Records;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// Runs the store rules over each class that implements a contract. One analyzer hosts them all, because the effects of
/// a store are costly to find and every rule asks for the same ones.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StoreAnalyzer : DiagnosticAnalyzer
{
    readonly ImmutableArray<StoreRule> rules;

    public StoreAnalyzer()
        : this(
            new MemberMustNotBeAStub(),
            new SqlMustBeKnown(),
            new StateMustNotBeStatic(),
            new SqlMustNotChangeStoredRows(),
            new UpsertMustNotOverwriteRow(),
            new EntityMustNotChange(),
            new DocumentMustNotBeOverwritten(),
            new RedisKeyMustOnlyGrow(),
            new FileMustOnlyGrow(),
            new CollectionMustOnlyGrow(),
            new ContainerMustKeepOrder(),
            new EntriesMustBeEmittedInOrder(),
            new SuccessNeedsADurableWrite(),
            new FailureMustNotBeSwallowed(),
            new BufferMustNotDropEntries(),
            new AppendStateMustBeSynchronised(),
            new TailMustBeReadAndExtendedAtOnce(),
            new EntriesMustNotExpire(),
            new OrderMustRestOnASequence(),
            new HashedFieldsMustBeStoredWhole(),
            new ReadModifyWriteMustBeOneStep(),
            new IncrementMustCarryItsExpiry(),
            new WindowMustBeArmedOnce(),
            new WindowMustBeArmedWhenCreated(),
            new CheckAndActMustBeOneCall(),
            new DictionaryDelegateMustBePure(),
            new CounterFieldMustBeUpdatedAtomically(),
            new LockMustSpanReadAndWrite(),
            new LockMustExcludeOthers(),
            new SharedStoreNeedsMoreThanALock(),
            new LockMustBeReleasedOnce(),
            new EntityMustCarryAToken(),
            new TransactionMustKeepOthersOut(),
            new UpsertMustAccumulate(),
            new TotalMustBeTheResult(),
            new NumbersMustKeepTheirRange(),
            new QueueMustBeExecuted(),
            new EvictionMustSpareLiveCounters(),
            new FailureMustNotLookLikeATotal(),
            new RemovalMustBeIdempotent(),
            new MissingRecordMustBeReported(),
            new SaveMustReplace(),
            new SecretMustNotLeak(),
            new BufferMustBeCopied(),
            new KeyMustNotBeSpliced(),
            new CancellationMustBeHonoured(),
            new AsyncMemberMustNotBlock(),
            new BackendErrorsMustNotEscape(),
            new ClientMustNotBeShared(),
            new InvalidateMustReachTheCache(),
            new RecordMustCarryItsExpiry(),
            new HeartbeatMustNotRegister())
    {
    }

    /// <summary>Some rules only, so that a test of one is not disturbed by others.</summary>
    internal StoreAnalyzer(params StoreRule[] rules)
    {
        this.rules = [.. rules];
        SupportedDiagnostics = [.. rules.Select(rule => rule.Descriptor)];
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    void Start(CompilationStartAnalysisContext context)
    {
        if (!ContractTypes.TryGet(context.Compilation, out var contracts))
            return;
        var parts = new StoreParts(context.Compilation, contracts, new EffectTable(context.Compilation));
        context.RegisterSymbolAction(symbol => Analyze(symbol, parts), SymbolKind.NamedType);
        foreach (var rule in rules)
            if (rule.NamesElsewhere(parts) is { IsEmpty: false } names)
                context.RegisterSemanticModelAction(file => AnalyzeElsewhere(file, rule, names, parts));
    }

    void Analyze(SymbolAnalysisContext context, StoreParts parts)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            || !type.AllInterfaces.Any(parts.Contracts.IsContract))
            return;
        var store = parts.Of(type, context.CancellationToken);
        foreach (var rule in rules)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach (var diagnostic in Diagnostics(rule, rule.Find(store), store))
                context.ReportDiagnostic(diagnostic);
        }
    }

    static void AnalyzeElsewhere(
        SemanticModelAnalysisContext context, StoreRule rule, ImmutableArray<string> names, StoreParts parts)
    {
        foreach (var method in MentioningMethods.In(context.SemanticModel, names, context.CancellationToken))
        {
            if (method.ContainingType is not { } type || type.AllInterfaces.Any(parts.Contracts.IsContract))
                continue;
            var store = parts.Of(type, context.CancellationToken);
            foreach (var diagnostic in Diagnostics(rule, rule.FindElsewhere(method, store), store))
                context.ReportDiagnostic(diagnostic);
        }
    }

    static IEnumerable<Diagnostic> Diagnostics(StoreRule rule, IEnumerable<Violation> violations, Store store)
    {
        foreach (var violation in violations)
            if (!IsExempt(rule, violation, store) && store.Parts.IsNew(rule.Descriptor.Id, violation.Location))
                yield return Diagnostic.Create(
                    rule.Descriptor, violation.Location, violation.Severity ?? rule.Descriptor.DefaultSeverity,
                    additionalLocations: null, violation.Properties, violation.Arguments);
    }

    /// <summary>An exemption on the store, on the method with the effect, or on one that calls it.</summary>
    static bool IsExempt(StoreRule rule, Violation violation, Store store)
    {
        if (store.Contracts.IsExempt(store.Type, rule.Descriptor.Id))
            return true;
        for (var frame = violation.Frame; frame is not null; frame = frame.Caller)
            if (store.Contracts.IsExempt(frame.Body.Method, rule.Descriptor.Id))
                return true;
        return false;
    }
}
