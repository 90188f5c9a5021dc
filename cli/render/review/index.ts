export { renderReview } from "./review";
export { renderReviewJson } from "./review-json";
