using System.Globalization;
using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Clauses;

/// <summary>The caller's culture changes nothing: what is written under one is read under another.</summary>
/// <remarks>Operations take turns between cultures with other letter cases, digits, calendars and signs. The time zone
/// is for the clauses whose clock has one of its own (LIF-06).</remarks>
[Clause("GEN-20", "The culture changes nothing: what is written under one is read under another.")]
internal sealed class GEN20_CultureChangesNothing : Clause
{
    const int Operations = 30;
    static readonly string[] s_cultures = ["tr-TR", "ar-SA", "th-TH", "fa-IR", ""];

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        var cultures = s_cultures.Select(name => CultureInfo.GetCultureInfo(name)).ToArray();
        if (cultures[0].TextInfo.ToUpper('i') == 'I')
            throw new InconclusiveException("this process has no cultures (globalization-invariant mode)");
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var model in ContractModel.All.Where(model => model.CanAsk(context.Stores)))
            {
                var sequence = model.NewSequence(context.Random, Operations);
                await PlayAsync(sequence, cultures, context.Stores, token).ConfigureAwait(false);
            }
            await OpenAsync(cultures, context).ConfigureAwait(false);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    static async ValueTask PlayAsync(
        Sequence sequence, CultureInfo[] cultures, TenantStores stores, CancellationToken token)
    {
        var play = sequence.Start();
        for (var i = 0; i < sequence.Texts.Count; i++)
        {
            CultureInfo.CurrentCulture = cultures[i % cultures.Length];
            if (await play.StepAsync(i, stores, token).ConfigureAwait(false) is { } divergence)
                throw new ClauseViolationException(
                    $"under the culture \"{CultureInfo.CurrentCulture.Name}\", {divergence}");
        }
    }

    static async ValueTask OpenAsync(CultureInfo[] cultures, ClauseContext context)
    {
        foreach (var culture in cultures)
        {
            CultureInfo.CurrentCulture = culture;
            try
            {
                await context.OpenInstanceAsync().ConfigureAwait(false);
            }
            catch (StorageConfigException)
            {
                throw new ClauseViolationException(
                    $"the section that opens otherwise does not open under \"{culture.Name}\"");
            }
        }
    }
}
