using System.Linq;
using Kam.Plugins.Pipeline;
using Kam.Rules.ValueInsights.LifetimeValue;
using Kam.Tables;

namespace Kam.Plugins.ValueInsights.LifetimeValue;

/// <summary>Fits all lifetime value models to what was collected and writes the outcome, usable or refused with every reason, into the row.</summary>
internal static class ValueModelFitting
{
    public static void Finish(ValueModelFitRow row, PurchaseProgress collected, int minimumCustomers, Texts texts)
    {
        var customerBase = new CustomerBase(collected.Histories());
        var orders = Best(customerBase, new RepeatPurchaseFitSettings { MinimumCustomers = minimumCustomers });
        var margins = GammaGammaFit.Of(collected.Spends());
        var contracts = ShiftedBetaGeometricFit.Of(new ContractBase(collected.Contracts));
        var refusals = orders.Refusals.Concat(margins.Refusals).ToList();

        row.CustomerCount = customerBase.CustomerCount;
        row.RepeatCustomerCount = customerBase.RepeatCustomerCount;
        row.IsUsable = orders.IsUsable;
        row.LogLikelihood = Stored(orders.LogLikelihood);
        row.Family = orders.Model?.Family == RepeatPurchaseFamily.MbgNbd ? ValueModelFamilyChoice.MbgNbd : ValueModelFamilyChoice.BgNbd;
        row.R = orders.Model?.R;
        row.Alpha = orders.Model?.Alpha;
        row.A = orders.Model?.A;
        row.B = orders.Model?.B;
        row.P = margins.Model?.P;
        row.Q = margins.Model?.Q;
        row.Gamma = margins.Model?.Gamma;
        row.ContractAlpha = contracts.Model?.Alpha;
        row.ContractBeta = contracts.Model?.Beta;
        row.Covariance = CovarianceText.Write(orders.Model?.LogCovariance(), margins.Model?.LogCovariance(), contracts.Model?.LogCovariance());
        row.Refusal = refusals.Count == 0 ? null : string.Join("\n", refusals.Select(r => $"{texts.Say(r.Sentence)} {texts.Say(r.WayOut)} ({r.Reason.Code})"));
        row.RefusalCode = refusals.FirstOrDefault()?.Reason.Code;
        row.Phase = FitPhaseChoice.Finished;
        row.Progress = null;
        row.Cursor = null;
    }

    // Of the two families the one under which the data are likelier, among those that hold.
    private static RepeatPurchaseFit Best(CustomerBase customerBase, RepeatPurchaseFitSettings settings)
    {
        var bgNbd = RepeatPurchaseFit.Of(customerBase, RepeatPurchaseFamily.BgNbd, settings);
        var mbgNbd = RepeatPurchaseFit.Of(customerBase, RepeatPurchaseFamily.MbgNbd, settings);
        if (!mbgNbd.IsUsable) return bgNbd;
        return bgNbd.IsUsable && bgNbd.LogLikelihood >= mbgNbd.LogLikelihood ? bgNbd : mbgNbd;
    }

    private static double? Stored(double value) => double.IsNaN(value) || double.IsInfinity(value) ? null : value;
}
